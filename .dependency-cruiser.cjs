const { Visitor } = require('@swc/core/Visitor.js')

/** Imports that never exist, each with its reason. `npm run lint` keeps them; test/build/importRules.test.ts tries them. */

const pureStages = '^app/(selection|mapping|plan|guard|report|undo)/'

/** Which modules of Node only compute: everything else in Node reaches files, the network, time or the process. */
const computingOnly = '^(node:)?(crypto|assert|util|buffer|string_decoder|punycode|querystring|url|path)(/|$)'

/** The walker that finds imports in functions stops at `using`, which it does not know yet: it is taught the word. */
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  this.visitVariableDeclarators(statement.decls)
  return statement
}

module.exports = {
  forbidden: [
    {
      name: 'model-stands-alone',
      comment:
        'Everything speaks in the words of the model. If these words needed another part, no part could be taken out.',
      severity: 'error',
      from: { path: '^app/model/' },
      to: { pathNot: '^app/model/' },
    },
    {
      name: 'pure-stages-see-no-outside',
      comment:
        'Deciding what must change is computing on values. Reading a source, a store or the state is done before.',
      severity: 'error',
      from: { path: pureStages },
      to: { path: '^(app/(source|target|state)|main|renderer)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-stages-touch-no-system',
      comment: 'Without files, network and clock the same input gives the same plan, today and in a test.',
      severity: 'error',
      from: { path: pureStages },
      to: { dependencyTypes: ['core'], pathNot: computingOnly },
    },
    {
      name: 'pure-stages-use-no-client',
      comment: 'A client library in a computing stage would read or write where only deciding is expected.',
      severity: 'error',
      from: { path: pureStages },
      to: { path: 'node_modules/(ldapts|undici|better-sqlite3|fastify|electron|electron-log)/' },
    },
    {
      name: 'source-knows-no-target',
      comment: 'Any source must work with any store; what both need is in the model.',
      severity: 'error',
      from: { path: '^app/source/' },
      to: { path: '^app/target/' },
    },
    {
      name: 'target-knows-no-source',
      comment: 'Any store must work with any source; what both need is in the model.',
      severity: 'error',
      from: { path: '^app/target/' },
      to: { path: '^app/source/' },
    },
    {
      name: 'apply-decides-nothing',
      comment: 'What was reviewed and approved is what is written. Applying must not compute any part of a plan again.',
      severity: 'error',
      from: { path: '^app/apply/' },
      to: { path: '^app/(source|selection|mapping|plan|guard)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-runs-alone',
      comment: 'The connector is plain Node: it works as a service without a window, and is tested without one.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(main|renderer)/|node_modules/(electron|react|react-dom)/' },
    },
    {
      name: 'renderer-takes-types-only',
      comment: 'The page runs in a browser without Node. It knows the API by its types and calls it over the wire.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(app|main)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'A page with Node in it turns a fault of the page into a fault of the whole computer.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    ...[
      ['source/ldap', 'A directory'],
      ['target/scim', 'A store'],
      ['state/sqlite', 'The state'],
    ].map(([folder, subject]) => ({
      name: `only-compose-knows-${folder.replace('/', '-')}`,
      comment: `${subject} is used through its contract; main/compose.ts alone chooses which one it is, so it can be changed in one place.`,
      severity: 'error',
      from: { path: '^(app|main|renderer)/', pathNot: `^(main/compose\\.ts$|app/${folder}/)` },
      to: { path: `^app/${folder}/` },
    })),
    {
      name: 'product-knows-no-test',
      comment: 'What is shipped must not need what is not shipped.',
      severity: 'error',
      from: { path: '^(app|main|renderer)/' },
      to: { path: '^(test|build)/' },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'Development packages are not shipped; the installed program would not start. The renderer is bundled.',
      severity: 'error',
      from: { path: '^(app|main)/', pathNot: '^main/(desktop/|(desktop|preload)\\.ts$)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-desktop-knows-electron',
      comment: 'Under plain Node, importing electron tries to download it. Service, command line and tests never do.',
      severity: 'error',
      from: { pathNot: '^(main/(desktop/|(desktop|preload)\\.ts$)|node_modules/)' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'no-circle',
      comment: 'Parts that need each other at run time cannot be understood, tested or loaded one without the other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-exists',
      comment: 'A path that leads nowhere would escape all other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
