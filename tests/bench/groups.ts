/** Which part of the hub a frame belongs to; null where its caller decides. */
export function accessGroupOf(url: string, functionName: string): string | null {
  const isProfiler = functionName === '(garbage collector)' || functionName === '(program)';
  if (isProfiler) return 'runtime';
  if (url.includes('/tests/bench/')) return 'client';
  if (
    /gateway\/access\/(authenticate|read-claims|issuer|doorkeeper|call-headers)/.test(url) ||
    url.includes('/jose/')
  )
    return 'gateway: authentication';
  if (/gateway\/audit\/|kit\/ledger\/|\/canonicalize\/|gather-disclosures/.test(url))
    return 'gateway: ledger';
  if (/kit\/disclosures\/|kit\/access\/disclosures/.test(url)) return 'subgraphs: log of disclosures';
  if (/gateway\/access\/tickets|kit\/(ticket|used-tickets)\.ts/.test(url)) return 'tickets';
  if (/gateway\/access\/|schema\/cut\//.test(url)) return 'gateway: guard';
  if (/kit\/access\/(row-scope|write)\.ts/.test(url)) return 'subgraphs: statements and their envelopes';
  if (/kit\/access\/|kit\/reads\/record-tag|schema\/policy\/|graphql-shield|graphql-middleware/.test(url))
    return 'subgraph: shield and record guards';
  if (url.includes('/gateway/federation/') || url.includes('@apollo/')) return 'gateway: federation';
  if (url.includes('/gateway/')) return 'gateway: everything else';
  if (url.includes('/subgraphs/')) return 'subgraphs';
  return null;
}
