/** Words that are English in every language of the window, such as what the catalogue says of a platform; nothing where there are none. */
export function English({ children }: { readonly children: string | null }) {
  return children === null || children === '' ? null : <span lang="en">{children}</span>;
}
