import type { SmallSubgraph } from './federation-supergraph.ts';

// Everything of Federation 2 that a plan can trip over, and no domain of ours.
const books = [
  { __typename: 'Book', id: 'b1', title: 'One', genre: 'NOVEL', pages: 10, weight: 3 },
  { __typename: 'Book', id: 'b2', title: 'Two', genre: 'SCIENCE', pages: 20, weight: 5 },
];
const films = [{ __typename: 'Film', id: 'f1', title: 'Three', length: 90 }];

export const media: SmallSubgraph = {
  name: 'media',
  typeDefs: `
    scalar Json
    type Query { search: [Hit!]  media: [Media!]  books: [Book!]  book(id: ID!): Book  byGenre(genre: Genre!): [Book!] }
    type Mutation { addBook(title: String!, genre: Genre!): Book! }
    enum Genre { NOVEL SCIENCE }
    union Hit = Book | Film
    interface Media @key(fields: "id") { id: ID!  title: String }
    type Book implements Media @key(fields: "id") {
      id: ID!  title: String  genre: Genre!  pages: Int!  weight: Int  author: Author  tags: [String!]
      grid: [[Int]]  dimensions: Dimensions @shareable  metadata: Json  shelf: Shelf
    }
    type Film implements Media @key(fields: "id") { id: ID!  title: String  length: Float  director: Author }
    type Author @key(fields: "name") { name: String! }
    type Dimensions @shareable { width: Int  height: Int }
    type Shelf @key(fields: "row column { number }") { row: Int!  column: Column! }
    type Column @shareable { number: Int! }
  `,
  resolvers: {
    Query: {
      search: () => [...books, ...films],
      media: () => [...films, ...books],
      books: () => books,
      book: (_: unknown, { id }: { id: string }) => books.find((book) => book.id === id),
      byGenre: (_: unknown, { genre }: { genre: string }) => books.filter((book) => book.genre === genre),
    },
    Mutation: { addBook: (_: unknown, input: object) => ({ id: 'b9', pages: 1, weight: 1, ...input }) },
    Media: {
      __resolveReference: ({ id }: { id: string }) => [...books, ...films].find((one) => one.id === id),
    },
    Book: {
      __resolveReference: ({ id }: { id: string }) => books.find((book) => book.id === id),
      author: ({ id }: { id: string }) => ({ name: `Author ${id}` }),
      tags: () => ['constructor', '__proto__'],
      grid: () => [[1, null], null, []],
      dimensions: () => ({ width: 1, height: 2 }),
      metadata: () => ({ constructor: { prototype: [1] }, at: new Date(0) }),
      shelf: () => ({ row: 4, column: { number: 5 } }),
    },
    Film: {
      __resolveReference: ({ id }: { id: string }) => films.find((film) => film.id === id),
      director: () => ({ name: 'Director' }),
    },
  },
};

export const shipping: SmallSubgraph = {
  name: 'shipping',
  typeDefs: `
    type Book @key(fields: "id") {
      id: ID!
      weight: Int @external
      dimensions: Dimensions @shareable
      shippingCost: Int @requires(fields: "weight author { country }")
      delivery: Delivery @requires(fields: "shippingCostBase")
      shippingCostBase: Int @external
      author: Author @external
    }
    type Author @key(fields: "name") { name: String!  country: String @external }
    type Dimensions @shareable { width: Int  height: Int  depth: Int }
    type Delivery { days: Int }
    type Shelf @key(fields: "row column { number }") { row: Int!  column: Column!  label: String }
    type Column @shareable { number: Int! }
  `,
  resolvers: {
    Book: {
      __resolveReference: (book: object) => book,
      dimensions: () => ({ width: 1, height: 2, depth: 3 }),
      shippingCost: ({ weight, author }: { weight: number; author: { country: string } | null }) =>
        weight * (author?.country === 'X1' ? 10 : 100),
      delivery: ({ shippingCostBase }: { shippingCostBase: number }) => ({ days: shippingCostBase }),
    },
    Shelf: {
      __resolveReference: (shelf: object) => shelf,
      label: ({ row, column }: { row: number; column: { number: number } }) => `${row}/${column.number}`,
    },
  },
};

export const people: SmallSubgraph = {
  name: 'people',
  typeDefs: `
    type Query { authors: [Author!] }
    type Author @key(fields: "name") { name: String!  country: String  books: [Book!] }
    interface Media { id: ID!  label: String }
    type Film implements Media @key(fields: "id") { id: ID!  label: String }
    type Book implements Media @key(fields: "id") {
      id: ID!  label: String!  pages: Int! @override(from: "media")  shippingCostBase: Int
    }
  `,
  resolvers: {
    Query: { authors: () => [{ name: 'Author b1' }, { name: 'Author b2' }] },
    Author: {
      __resolveReference: (author: object) => author,
      country: ({ name }: { name: string }) => `X${name.at(-1)}`,
      books: ({ name }: { name: string }) => [{ id: name.slice(-2) }],
    },
    Film: { __resolveReference: (film: object) => film, label: () => 'film' },
    Book: {
      __resolveReference: (book: object) => book,
      label: () => 'book',
      pages: ({ id }: { id: string }) => Number(id.slice(1)) * 11,
      shippingCostBase: () => 2,
    },
  },
};

export const reviews: SmallSubgraph = {
  name: 'reviews',
  typeDefs: `
    type Media @interfaceObject @key(fields: "id") { id: ID!  reviews: [Review!] }
    type Review { stars: Int!  text: String  media: Media }
    type Mutation { review(media: ID!, stars: Int!): Review }
  `,
  resolvers: {
    Mutation: {
      review: (_: unknown, { media: id, stars }: { media: string; stars: number }) => ({
        stars,
        media: { id },
      }),
    },
    Media: {
      __resolveReference: (medium: object) => medium,
      reviews: ({ id }: { id: string }) => [{ stars: 5, text: `on ${id}` }],
    },
  },
};

export const catalogue = [media, shipping, people, reviews] as const;
