import { sql } from 'kysely';
import { decodeCursor } from '../../../schema/cursor.ts';
import { badInput } from '../errors.ts';
import type { SelectedField, Selection } from './selection.ts';
import type { EntitySource, Expression, FieldRead, ReadScope, Row, Shape, SortKey } from './shape.ts';
import { Slot } from './slot.ts';

/** PostgreSQL takes at most 100 arguments to a function, so 50 pairs of key and value. */
const pairsPerCall = 50;

/**
 * Turns selections into SQL: one expression for everything that is asked, however deep, so that a department is read
 * once. Objects are JSON under the caller's response keys; a connection's rows carry their sort keys beside the node.
 */
export class ReadCompiler {
  readonly #now = sql`${sql.val(new Slot(({ now }) => now.toISOString()))}::timestamptz`;
  readonly #today = sql`${sql.val(new Slot(({ today }) => today))}::date`;
  #aliases = 0;

  /** A root field: like any field, but of no row. */
  root(shape: Shape, field: SelectedField): Expression {
    return this.#field(shape, field, this.#newRow());
  }

  /** A JSON array of [position of the key, object] for one group of keys; keys without a row are missing. */
  entities(shape: Shape, selection: Selection, group: number): Expression {
    const { entity } = shape;
    if (!entity) throw new Error(`${shape.type} is read by key, but its shape names no entity source`);
    const fields = [entity.key, ...(entity.external ?? [])];
    const key = this.#newRow();
    const columns = fields.map((field) => sql`${sql.val(textsOf(group, field))}::text[]`);
    const names = sql.join([...fields, 'position'].map((name) => sql.id(name)));
    const keys = sql`unnest(${sql.join(columns)}) with ordinality as ${key.table}(${names})`;
    const [row, join] = this.#entityRow(entity, key);
    return sql`(select json_agg(json_build_array(${key('position')}, ${this.#object(shape, selection, row)}))
      from ${keys}${join})`;
  }

  #entityRow(entity: EntitySource, key: Row): readonly [Row, Expression] {
    if (entity.table === undefined) return [key, sql``];
    const row = this.#newRow();
    const join = sql` join ${sql.id(entity.table)} ${row.table} on ${row(entity.key)} = ${key(entity.key)}`;
    return [row, join];
  }

  #object(shape: Shape, selection: Selection, row: Row): Expression {
    const pairs = selection.map((field) => sql`${sql.lit(field.key)}, ${this.#field(shape, field, row)}`);
    return buildObject(pairs);
  }

  #field(shape: Shape, field: SelectedField, row: Row): Expression {
    const read = shape.fields[field.name];
    if (!read) throw new Error(`${shape.type}.${field.name} has no read`);
    return this.#read(read, field, row);
  }

  #read(read: FieldRead, field: SelectedField, row: Row): Expression {
    const scope: ReadScope = { args: field.args, now: this.#now, today: this.#today };
    if (read.kind === 'byKey' || read.kind === 'byKeys')
      throw new Error(`${field.name} is no field of a row`);
    if (read.kind === 'value') return read.sql(row, scope);
    if (read.kind === 'same') {
      const object = this.#object(read.shape(), field.selection, row);
      return read.isPresent ? sql`case when ${read.isPresent(row)} then ${object} end` : object;
    }
    const child = this.#newRow();
    const from = read.from(child, row, scope);
    if (read.kind === 'connection') return this.#connection(read, field, child, from);
    const object = this.#object(read.shape(), field.selection, child);
    if (read.kind === 'one') return sql`(select ${object} from ${from} limit 1)`;
    return sql`array_to_json(array(select ${object} from ${from} order by ${read.orderBy(child)}))`;
  }

  /** One row more than asked tells whether there is a next page. */
  #connection(
    read: Extract<FieldRead, { kind: 'connection' }>,
    field: SelectedField,
    child: Row,
    from: Expression,
  ): Expression {
    const shape = read.shape();
    const columns = read.sortKeys.map(({ column }) => child(column));
    const nodes = field.selection
      .filter(({ name }) => name === 'nodes')
      .map(({ key, selection }) => sql`${sql.lit(key)}, ${this.#object(shape, selection, child)}`);
    const edges = field.selection
      .filter(({ name }) => name === 'edges')
      .map(({ key, selection }) => sql`${sql.lit(key)}, ${this.#edge(shape, selection, child)}`);
    const order = sql.join(
      columns.map((column) => (read.direction === 'asc' ? column : sql`${column} desc`)),
    );
    const line = sql`json_build_object('k', json_build_array(${sql.join(columns)}),
      'n', ${buildObject(nodes)}, 'e', ${buildObject(edges)})`;
    return sql`array_to_json(array(select ${line} from ${from} and ${after(read, columns, field)}
      order by ${order} limit ${Number(field.args['first']) + 1}))`;
  }

  #edge(shape: Shape, selection: Selection, child: Row): Expression {
    const nodes = selection.filter(({ name }) => name === 'node');
    return buildObject(
      nodes.map((node) => sql`${sql.lit(node.key)}, ${this.#object(shape, node.selection, child)}`),
    );
  }

  #newRow(): Row {
    this.#aliases += 1;
    const alias = `t${this.#aliases}`;
    return Object.assign((column: string) => sql.ref(`${alias}.${column}`), { table: sql.id(alias) });
  }
}

function buildObject(pairs: readonly Expression[]): Expression {
  if (pairs.length <= pairsPerCall) return sql`json_build_object(${sql.join(pairs)})`;
  const chunks: Expression[] = [];
  for (let start = 0; start < pairs.length; start += pairsPerCall) {
    chunks.push(sql`jsonb_build_object(${sql.join(pairs.slice(start, start + pairsPerCall))})`);
  }
  return sql`(${sql.join(chunks, sql` || `)})`;
}

function after(
  read: Extract<FieldRead, { kind: 'connection' }>,
  columns: readonly Expression[],
  field: SelectedField,
): Expression {
  const text = field.args['after'];
  if (typeof text !== 'string') return sql`true`;
  const key = decodeCursor(text);
  if (
    key?.length !== columns.length ||
    !read.sortKeys.every(({ type }, index) => isOfType(type, key[index]))
  ) {
    throw badInput(
      `Argument "after" of ${field.name}: expected a cursor of this list, found one of another list.`,
    );
  }
  const values = read.sortKeys.map(({ type }, index) => sql`${sql.val(key[index])}::${sql.raw(type)}`);
  const comparison = sql.raw(read.direction === 'asc' ? '>' : '<');
  return sql`(${sql.join(columns)}) ${comparison} (${sql.join(values)})`;
}

/** A cursor of another list may hold as many parts; what PostgreSQL could not cast must not reach it. */
function isOfType(type: SortKey['type'], part: unknown): boolean {
  if (type === 'integer') return Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31;
  if (typeof part !== 'string') return false;
  if (type === 'text') return true;
  const pattern =
    type === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T[\d:.]+[+-](0\d|1[0-4]):\d{2}$/;
  return (
    pattern.test(part) && !part.startsWith('0000') && !Number.isNaN(Date.parse(part)) && !rollsOver(part)
  );
}

/** 30 February is a day to some parsers, and to PostgreSQL an error. */
const rollsOver = (moment: string): boolean => {
  const day = moment.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day;
};

/** One field of a group's representations; what is no text can be no key. */
const textsOf = (group: number, field: string): Slot =>
  new Slot(({ groups }) =>
    (groups[group] ?? []).map(({ [field]: value }) => (typeof value === 'string' ? value : null)),
  );
