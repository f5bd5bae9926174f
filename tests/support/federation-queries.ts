export const cityQueries = [
  '{ everybody { id name residency { since grid { code name residents { name psych { followUp } } } } } }',
  '{ persons(ids: ["p1", "x", "p1", "p5"]) { volunteer { team points } mood psych { station } friends { id mood } } }',
  '{ tasks { title claimedBy { name psych { station } residency { grid { kind } } } } gridCount }',
  'mutation { a: rename(id: "p1", name: "A") { name mood } b: rename(id: "p2", name: "B") { name volunteer { team } } }',
  '{ __typename __schema { queryType { name } } person(id: "p4") { __typename kind: mood } }',
] as const;

export const catalogueQueries = [
  '{ search { __typename ... on Book { id title author { name books { title } } } ... on Film { id length } } }',
  '{ search { ... on Book { pages } ... on Film { label extra: length } } media { label } }',
  '{ media { id title reviews { stars text } ... on Film { length director { name } } } }',
  '{ books { title genre weight shippingCost delivery { days } } authors { name country books { shippingCost } } }',
  '{ book(id: "b1") { shelf { row label } tags grid dimensions { width height depth } metadata } }',
  'query ($kind: Genre!, $with: Boolean!) { byGenre(genre: $kind) { id genre reviews @include(if: $with) { stars } } }',
  'mutation { addBook(title: "T", genre: SCIENCE) { id title shippingCost } review(media: "b1", stars: 3) { stars } }',
  'mutation { review(media: "f1", stars: 1) { media { id title } } addBook(title: "U", genre: NOVEL) { id genre } }',
] as const;

export const catalogueVariables = { kind: 'NOVEL', with: true };
