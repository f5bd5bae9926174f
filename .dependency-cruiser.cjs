// The layers of the house.
const department = '^subgraphs/(?!kit/)([^/]+)/';
// The rooms of a department, each knowing only those before it.
const rooms = ['entities', 'reads', 'resolvers', 'subgraph', 'main'];

module.exports = {
  forbidden: [
    { name: 'L1-no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'L2-schema-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(gateway|subgraphs|seeds|tests)/' },
    },
    {
      name: 'L3-kit-knows-no-department',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^subgraphs/(?!kit/)' },
    },
    {
      name: 'L4-departments-do-not-know-each-other',
      severity: 'error',
      from: { path: department },
      to: { path: '^subgraphs/(?!kit/)', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'L5-departments-do-not-know-the-gateway',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^gateway/' },
    },
    {
      name: 'L6-gateway-knows-little-of-the-kit',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/all-in-one\\.ts$' },
      to: {
        path: '^subgraphs/',
        pathNot:
          '^subgraphs/kit/((env|log|errors|ticket|ticket-key|lifecycle|damaged-text)\\.ts$|(database|ledger)/)',
      },
    },
    {
      name: 'L7-servers-and-shields-stay-in-kit-and-gateway',
      severity: 'error',
      from: { path: '^(schema|seeds|subgraphs/(?!kit/))' },
      to: { path: 'node_modules/(@apollo/(server|gateway)|graphql-shield|graphql-middleware|fastify)/' },
    },
    {
      name: 'L8-domain-is-pure',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/domain/' },
      to: { pathNot: ['^subgraphs/[^/]+/domain/', '^schema/'] },
    },
    {
      name: 'L9-nobody-imports-a-main',
      severity: 'error',
      from: {},
      to: { path: '(^|/)main\\.ts$' },
    },
    {
      name: 'L9-nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'L9-only-all-in-one-and-tests-import-seeds',
      severity: 'error',
      from: { pathNot: '^(seeds|tests)/|^gateway/all-in-one\\.ts$' },
      to: { path: '^seeds/' },
    },
    {
      name: 'L9-of-seeds-only-load-and-cast',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^seeds/', pathNot: '^seeds/(load|cast)\\.ts$' },
    },
    {
      name: 'L9-seeds-know-only-the-schema',
      severity: 'error',
      from: { path: '^seeds/' },
      to: { path: '^(gateway|subgraphs|tests)/' },
    },
    ...rooms.slice(0, -1).map((room, index) => ({
      name: `L11-${room}-looks-down`,
      severity: 'error',
      from: { path: `${department}${room}\\.ts$` },
      to: { path: `^subgraphs/$1/(${rooms.slice(index + 1).join('|')})\\.ts$` },
    })),
    {
      name: 'L11-federation-knows-nothing-of-access',
      severity: 'error',
      from: { path: '^gateway/federation/' },
      to: { path: '^(gateway/(?!federation/)|subgraphs/|seeds/|schema/(?!codes\\.ts$))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
