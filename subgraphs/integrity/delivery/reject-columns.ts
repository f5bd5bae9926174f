/** What stands in front of a quarantined row in an export. `unread` holds a row that could not be taken apart, as it came. */
export const rejectColumns = ['quarantine_id', 'line', 'column', 'expected', 'found', 'unread'] as const;

export type RejectColumn = (typeof rejectColumns)[number];

export const isRejectColumn = (name: string): name is RejectColumn =>
  rejectColumns.some((column) => column === name);
