/** The page's own scheme: nothing on the network can have an address in it. */
export const pageScheme = 'app'
export const startPage = `${pageScheme}://window/`
