import { Fragment } from 'react'

/** A DN that may be broken after its commas; what is copied of it is the DN alone. */
export function Dn({ dn }: { readonly dn: string }) {
  return dn.split(/(?<=,)/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a DN have nothing but their place
    <Fragment key={place}>
      {part}
      <wbr />
    </Fragment>
  ))
}
