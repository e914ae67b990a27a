/** Whether what an event concerns can be looked for as a person: an e-mail address or a DN of an entry. */
export function isExplainable(object: string): boolean {
  return /^\S+@\S+$/.test(object) || /^(cn|uid)=/i.test(object)
}
