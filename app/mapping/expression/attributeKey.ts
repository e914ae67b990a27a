/** The key under which an entry holds an attribute: in lower case, without options (`userCertificate;binary`). */
export function attributeKey(name: string): string {
  const option = name.indexOf(';')
  return (option === -1 ? name : name.slice(0, option)).toLowerCase()
}
