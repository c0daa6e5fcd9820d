declare module '*.wasm?url&inline' {
  /** The file as a data address in base64. */
  const address: string;
  export default address;
}
