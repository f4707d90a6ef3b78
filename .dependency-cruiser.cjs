// The direction of the arrows (docs/architecture.md): domain ← contract ← {server, web}, worlds → server.
// server/test/architecture/arrows.test.ts runs these rules on a tree that breaks every one of them.

const tests = '\\.(test|api\\.test)\\.tsx?$|/test-[^/]+\\.ts$|/(fixtures|test)/'

/** What every call carries (server/src/http/call.ts, services.ts): known to all features by its own file. */
const carriedByEveryCall =
  '^server/src/(sessions/actor|sessions/cookie|identity/vault|identity/vault-types|territory/directory|service-requests/response-rules|demo/stage)\\.ts$'

/** Folders that are no features: `http` frames and mounts them, `start`, `jobs` and `cli` put programs together. */
const frames = 'platform|http|start|jobs|cli'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const npm = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    rule(
      'domain-stands-alone',
      'A rule that can be stated without "database" or "screen" needs nothing but the language.',
      { path: '^domain/src/', pathNot: tests },
      { pathNot: '^domain/src/' },
    ),
    rule(
      'contract-needs-domain-and-zod',
      'What crosses the wire is made of the domain and its schemas.',
      { path: '^contract/src/', pathNot: tests },
      { pathNot: '^(contract|domain)/src/|node_modules/zod/' },
    ),
    rule(
      'web-never-server',
      'The web app knows the contract, not who fulfils it.',
      { path: '^web/' },
      { path: '^(server|worlds|e2e|bench)/' },
    ),
    rule(
      'web-carries-no-schemas',
      'The contract is for types here: a value import would put zod into the first load.',
      { path: '^web/src/', pathNot: tests },
      { path: '^contract/src/|node_modules/zod/', ...npm },
    ),
    rule(
      'server-never-web-or-worlds',
      'Only server/src/start may load a demo world, lazily, when it is asked for one.',
      { path: '^server/src/', pathNot: '^server/src/start/' },
      { path: '^(web|worlds|e2e|bench)/' },
    ),
    rule(
      'start-loads-worlds-lazily',
      'A server without a demo world must start without worlds being installed.',
      { path: '^server/src/start/', pathNot: tests },
      { path: '^(web|worlds|e2e|bench)/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    ),
    rule(
      'worlds-need-no-screen',
      'Worlds are told through server commands.',
      { path: '^worlds/' },
      { path: '^(web|e2e|bench)/' },
    ),
    rule(
      'platform-knows-no-feature',
      'platform holds what has no domain; what needs a feature belongs to that feature.',
      { path: '^server/src/platform/', pathNot: tests },
      { path: '^server/src/', pathNot: '^server/src/platform/' },
    ),
    rule(
      'features-meet-through-public',
      'A feature uses another through its public.ts, or by events.',
      { path: '^server/src/([^/]+)/', pathNot: [tests, `^server/src/(${frames})/`] },
      {
        path: '^server/src/[^/]+/',
        pathNot: [`^server/src/($1|${frames})/`, '^server/src/[^/]+/public\\.ts$', carriedByEveryCall],
      },
    ),
    rule(
      'http-mounts-routes',
      'http knows of a feature what it mounts and what every call carries.',
      { path: '^server/src/http/', pathNot: tests },
      {
        path: '^server/src/[^/]+/',
        pathNot: [
          `^server/src/(${frames})/`,
          '^server/src/[^/]+/(public|routes|bodies|[a-z]+-routes)\\.ts$',
          carriedByEveryCall,
        ],
      },
    ),
    rule(
      'features-do-not-start-the-program',
      'start puts features together, never the other way round.',
      { path: '^server/src/', pathNot: [tests, '^server/src/(start/|cli/|[^/]+\\.ts$)'] },
      { path: '^server/src/start/' },
    ),
    rule(
      'no-barrels',
      'A stranger finds a file by guessing its name.',
      {},
      { path: '(^|/)index\\.tsx?$', pathNot: 'node_modules' },
    ),
    rule(
      'no-cycles',
      'Two files that need each other are one file, or need a third.',
      { pathNot: 'node_modules' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'tests-stay-outside',
      'The program does not run on the helpers of its tests.',
      { path: '^(domain|contract|server|web|worlds)/src/', pathNot: tests },
      { path: '\\.test\\.tsx?$|^server/test/|/test-[^/]+\\.ts$', pathNot: 'node_modules' },
    ),
    rule(
      'every-import-resolves',
      'An import that leads nowhere.',
      { pathNot: 'node_modules' },
      { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.data)/|server/test/architecture/fixtures/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
}
