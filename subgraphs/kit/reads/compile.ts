import { sql } from 'kysely';
import { bitsField, isPersonScoped } from '../access/person-scope.ts';
import { createAccessScope } from './access-scope.ts';
import { afterCursor } from './after-cursor.ts';
import { recordTag, tagKey } from './record-tag.ts';
import type { SelectedField, Selection } from './selection.ts';
import {
  isShown,
  type EntitySource,
  type Expression,
  type FieldRead,
  type ReadScope,
  type Row,
  type Shape,
} from './shape.ts';
import { Slot } from './slot.ts';

/** PostgreSQL takes at most 100 arguments to a function, so 50 pairs of key and value. */
const pairsPerCall = 50;

/** The record that a row belongs to: which predicates hold of it, and whose it is where it is a person's. */
interface Owner {
  readonly bits: Expression;
  readonly person: Expression | undefined;
}

/**
 * Turns selections into SQL: one expression for everything that is asked, however deep, so that a department is read
 * once. Objects are JSON under the caller's response keys; a connection's rows carry their sort keys beside the node.
 */
export class ReadCompiler {
  readonly #now = sql`${sql.val(new Slot(({ now }) => now.toISOString()))}::timestamptz`;
  readonly #today = sql`${sql.val(new Slot(({ today }) => today))}::date`;
  readonly #access = createAccessScope();
  readonly #guarded: ReadonlySet<string>;
  readonly #asksConsent: boolean;
  #aliases = 0;

  /** `guarded` are the types of which a record decides; consent is looked up only where it can make a difference. */
  constructor(guarded: ReadonlySet<string>, asksConsent: boolean) {
    this.#guarded = guarded;
    this.#asksConsent = asksConsent;
  }

  /** A root field: like any field, but of no row. */
  root(shape: Shape, field: SelectedField): Expression {
    return this.#field(shape, field, this.#newRow(), undefined);
  }

  /** A JSON array of [position of the key, object] for one group of keys; keys without a row are missing. */
  entities(shape: Shape, selection: Selection, group: number): Expression {
    const { entity } = shape;
    if (!entity) throw new Error(`${shape.type} is read by key, but its shape names no entity source`);
    const fields = [entity.key, ...(entity.external ?? []), ...(isPersonScoped(entity) ? [bitsField] : [])];
    const key = this.#newRow();
    const columns = fields.map((field) => sql`${sql.val(textsOf(group, field))}::text[]`);
    const names = sql.join([...fields, 'position'].map((name) => sql.id(name)));
    const keys = sql`unnest(${sql.join(columns)}) with ordinality as ${key.table}(${names})`;
    const [row, join] = this.#entityRow(entity, key);
    const bits = isPersonScoped(entity) ? sql`${key(bitsField)}::integer` : undefined;
    const owner = this.#ownerOf(shape, row, bits && { bits, person: undefined });
    const where = this.#admission(shape, row, owner);
    return sql`(select json_agg(json_build_array(${key('position')}, ${this.#object(shape, selection, row, owner)}))
      from ${keys}${join} where ${where})`;
  }

  #entityRow(entity: EntitySource, key: Row): readonly [Row, Expression] {
    if (entity.table === undefined) return [key, sql``];
    const row = this.#newRow();
    const join = sql` join ${sql.id(entity.table)} ${row.table} on ${row(entity.key)} = ${key(entity.key)}`;
    return [row, join];
  }

  #object(shape: Shape, selection: Selection, row: Row, owner: Owner | undefined): Expression {
    const pairs = selection.map(
      (field) => sql`${sql.lit(field.key)}, ${this.#field(shape, field, row, owner)}`,
    );
    if (owner && this.#guarded.has(shape.type)) {
      const scope = this.#scope(undefined, owner);
      const consentOf = this.#asksConsent ? shape.record?.consentOf?.(row) : undefined;
      pairs.push(sql`${sql.lit('$')}, ${recordTag(owner.bits, owner.person, consentOf, scope)}`);
    }
    return buildObject(pairs);
  }

  /** A row below a record is of that record, unless it is one itself. */
  #ownerOf({ record }: Shape, row: Row, inherited: Owner | undefined): Owner | undefined {
    if (!record) return inherited;
    const bits = record.bits(row, this.#scope(undefined, inherited));
    return { bits, person: record.person?.(row) ?? inherited?.person };
  }

  /** The condition under which a row is there at all; nobody who writes a read can forget it. */
  #admission(shape: Shape, row: Row, owner: Owner | undefined): Expression {
    const { admittedBy, isAdmitted } = shape.record ?? {};
    if (!owner || (admittedBy === undefined && !isAdmitted)) return sql`true`;
    const { bits } = owner;
    const own = isAdmitted?.(row, bits, this.#scope(undefined, owner)) ?? sql`true`;
    return admittedBy === undefined ? own : sql`${isShown(this.#access.shown(admittedBy), bits)} and ${own}`;
  }

  #scope(field: SelectedField | undefined, owner: Owner | undefined): ReadScope {
    return {
      args: field?.args ?? {},
      now: this.#now,
      today: this.#today,
      access: this.#access,
      bits: () => {
        if (!owner) throw new Error('A read asks for the bits of a record where there is no record');
        return owner.bits;
      },
    };
  }

  #field(shape: Shape, field: SelectedField, row: Row, owner: Owner | undefined): Expression {
    const read = shape.fields[field.name];
    if (!read) throw new Error(`${shape.type}.${field.name} has no read`);
    return this.#read(read, field, row, owner);
  }

  #read(read: FieldRead, field: SelectedField, row: Row, owner: Owner | undefined): Expression {
    const scope = this.#scope(field, owner);
    if (read.kind === 'byKey' || read.kind === 'byKeys')
      throw new Error(`${field.name} is no field of a row`);
    if (read.kind === 'value') return read.sql(row, scope);
    const shape = read.shape();
    if (read.kind === 'same') {
      const own = this.#ownerOf(shape, row, owner);
      const object = this.#object(shape, field.selection, row, own);
      const isPresent = read.isPresent?.(row) ?? sql`true`;
      if (!read.isPresent && !decidesByRow(shape)) return object;
      return sql`case when ${isPresent} and ${this.#admission(shape, row, own)} then ${object} end`;
    }
    const child = this.#newRow();
    const from = read.from(child, row, scope);
    const own = this.#ownerOf(shape, child, owner);
    const admission = this.#admission(shape, child, own);
    if (read.kind === 'connection')
      return this.#connection(read, field, child, sql`${from} and ${admission}`, own);
    const object = this.#object(shape, field.selection, child, own);
    // Only rows of a record are admitted or not; what is none may be any text behind FROM.
    const rows = decidesByRow(shape) ? sql`${from} and ${admission}` : from;
    if (read.kind === 'one') return sql`(select ${object} from ${rows} limit 1)`;
    return sql`array_to_json(array(select ${object} from ${rows} order by ${read.orderBy(child)}))`;
  }

  /** One row more than asked tells whether there is a next page. */
  #connection(
    read: Extract<FieldRead, { kind: 'connection' }>,
    field: SelectedField,
    child: Row,
    from: Expression,
    owner: Owner | undefined,
  ): Expression {
    const shape = read.shape();
    const columns = read.sortKeys.map(({ column }) => child(column));
    const ordered = read.sortKeys.flatMap(({ column, parts }) =>
      (parts?.columns ?? [column]).map((name) => child(name)),
    );
    const nodes = field.selection
      .filter(({ name }) => name === 'nodes')
      .map(({ key, selection }) => sql`${sql.lit(key)}, ${this.#object(shape, selection, child, owner)}`);
    const edges = field.selection
      .filter(({ name }) => name === 'edges')
      .map(({ key, selection }) => sql`${sql.lit(key)}, ${this.#edge(shape, selection, child, owner)}`);
    const order = sql.join(
      ordered.map((column) => (read.direction === 'asc' ? column : sql`${column} desc`)),
    );
    // Cursors alone tell who is there, so a line of which no row is asked says itself whose it is.
    const isRowAsked = nodes.length > 0 || field.selection.some(asksNode);
    const tag =
      owner && shape.record?.person && !isRowAsked
        ? sql`, ${sql.lit(tagKey)}, ${recordTag(owner.bits, owner.person, undefined, this.#scope(field, owner))}`
        : sql``;
    const line = sql`json_build_object('k', json_build_array(${sql.join(columns)}),
      'n', ${buildObject(nodes)}, 'e', ${buildObject(edges)}${tag})`;
    return sql`array_to_json(array(select ${line} from ${from} and ${afterCursor(read, ordered, field)}
      order by ${order} limit ${Number(field.args['first']) + 1}))`;
  }

  #edge(shape: Shape, selection: Selection, child: Row, owner: Owner | undefined): Expression {
    const nodes = selection.filter(({ name }) => name === 'node');
    return buildObject(
      nodes.map((node) => sql`${sql.lit(node.key)}, ${this.#object(shape, node.selection, child, owner)}`),
    );
  }

  #newRow(): Row {
    this.#aliases += 1;
    const alias = `t${this.#aliases}`;
    return Object.assign((column: string) => sql.ref(`${alias}.${column}`), { table: sql.id(alias) });
  }
}

const asksNode = ({ name, selection }: SelectedField): boolean =>
  name === 'edges' && selection.some(({ name: inner }) => inner === 'node');

const decidesByRow = ({ record }: Shape): boolean =>
  record?.admittedBy !== undefined || record?.isAdmitted !== undefined;

function buildObject(pairs: readonly Expression[]): Expression {
  if (pairs.length <= pairsPerCall) return sql`json_build_object(${sql.join(pairs)})`;
  const chunks: Expression[] = [];
  for (let start = 0; start < pairs.length; start += pairsPerCall) {
    chunks.push(sql`jsonb_build_object(${sql.join(pairs.slice(start, start + pairsPerCall))})`);
  }
  return sql`(${sql.join(chunks, sql` || `)})`;
}

/** One field of a group's representations; what is no text can be no key. */
const textsOf = (group: number, field: string): Slot =>
  new Slot(({ groups }) =>
    (groups[group] ?? []).map(({ [field]: value }) => (typeof value === 'string' ? value : null)),
  );
