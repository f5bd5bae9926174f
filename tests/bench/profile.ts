import { Session, type Profiler } from 'node:inspector/promises';

/** Where a thread's CPU time went, in microseconds by group; waiting is left out. */
export type CpuByGroup = ReadonlyMap<string, number>;

/**
 * Samples this thread while it works and adds the samples up by group: of each sample, the innermost frame that `groupOf`
 * knows decides, so that what a library does counts for who called it.
 */
export async function profileCpu(
  work: () => Promise<unknown>,
  groupOf: (url: string, functionName: string) => string | null,
): Promise<CpuByGroup> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return addUp(profile, groupOf);
}

function addUp(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  groupOf: (url: string, functionName: string) => string | null,
): CpuByGroup {
  const parents = new Map<number, number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);
  const groups = new Map<number, string>();
  const groupAt = (id: number | undefined): string => {
    const node = id === undefined ? undefined : byId.get(id);
    if (id === undefined || !node) return 'runtime';
    const known = groups.get(id);
    if (known !== undefined) return known;
    const { url, functionName } = node.callFrame;
    const found = groupOf(url, functionName) ?? groupAt(parents.get(id));
    groups.set(id, found);
    return found;
  };
  const sums = new Map<string, number>();
  samples.forEach((id, index) => {
    const { functionName = '' } = byId.get(id)?.callFrame ?? {};
    if (functionName === '(idle)') return;
    const group = groupAt(id);
    sums.set(group, (sums.get(group) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return sums;
}
