/** Works through a list, four at once: enough to keep a hub and its database busy, and few enough for both to answer in time. */
export async function fewAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const turn = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
}
