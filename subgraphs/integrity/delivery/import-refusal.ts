/** A refusal that whoever imports can mend. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}
