// What the app gives its engine, for the bench to give it too.
export { ENGINE_FLAGS } from '../../main/shell/node-engine.ts';
