// In Node, Electron and browsers alike.
declare function queueMicrotask(task: () => void): void;
