// The layers of the house: shared <- main/core <- main/engine <- main/shell, and shared <- renderer. Nothing else.
// What the compiler's project references cannot see is stated here; tests/build/layers.test.ts breaks each rule once.
const npm = (name) => `^(node_modules/)?(@types/)?${name}($|/)`;

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'A cycle hides which file is the lower one.', {}, { circular: true }),
    forbid('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^node:|\\?' }),
    forbid('shared-stands-alone', 'shared/ is the lowest layer.', { path: '^shared/' }, { path: '^(main|renderer|tests|build)/' }),
    forbid(
      'core-below-engine',
      'The core takes ports by constructor.',
      { path: '^main/core/' },
      { path: '^(main/(?!core/)|renderer/|tests/|build/)' },
    ),
    forbid(
      'engine-below-shell',
      'The engine knows no host.',
      { path: '^main/engine/' },
      { path: '^(main/shell/|renderer/|tests/|build/)' },
    ),
    forbid(
      'shell-not-renderer',
      'Shell and page share contracts only.',
      { path: '^main/shell/' },
      { path: '^(renderer|tests|build)/' },
    ),
    forbid(
      'renderer-only-shared',
      'The page knows shared/ and nothing of main/.',
      { path: '^renderer/' },
      { path: '^(main|tests|build)/' },
    ),
    forbid(
      'hosts-apart',
      'A host knows what both have in common, never the other.',
      { path: '^main/shell/(electron|chromium)/' },
      { path: '^main/shell/(electron|chromium)/', pathNot: '^main/shell/$1/' },
    ),
    forbid(
      'shell-knows-no-host',
      'What both hosts share must run under either.',
      { path: '^main/shell/[^/]+$' },
      { path: '^main/shell/(electron|chromium)/' },
    ),
    forbid(
      'contracts-as-types',
      'The page derives its calls from types; zod schemas would only be weight, the engine checks both ways.',
      { path: '^renderer/' },
      { path: '^shared/(contract\\.ts|contracts/)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-node-below-engine',
      'shared/, main/core and the page run without Node.',
      { path: '^(shared|main/core|renderer)/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'electron-in-its-host',
      'Only main/shell/electron knows Electron.',
      { pathNot: '^(main/shell/electron|tests)/' },
      { path: npm('electron') },
    ),
    forbid(
      'libsodium-in-one-file',
      'One file imports libsodium.',
      { pathNot: '^(main/core/crypto/sodium\\.ts$|tests/)' },
      { path: npm('libsodium[^/]*') },
    ),
    forbid(
      'react-in-the-page',
      'React belongs to the page.',
      { pathNot: '^(renderer|tests)/|^vite(st)?\\.config' },
      { path: npm('(react|react-dom|@base-ui|@tanstack|zustand)') },
    ),
    forbid('no-tests-in-product', 'Only tests import tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
  ],
  options: {
    // Type-only imports count: they are how a layer begins to leak.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|docs|tests/vectors)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
