export type AttributeType =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'dateTime'
  | 'reference'
  | 'binary'
  | 'complex'

/** One attribute as RFC 7643 section 7 describes it; served as it stands by /Schemas. */
export interface AttributeDefinition {
  readonly name: string
  readonly type: AttributeType
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'never' | 'default' | 'request'
  readonly uniqueness: 'none' | 'server' | 'global'
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
  readonly subAttributes?: readonly AttributeDefinition[]
}

export interface Schema {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly AttributeDefinition[]
}

type Traits = Partial<Omit<AttributeDefinition, 'name' | 'type' | 'description'>>

/** An attribute with the RFC's default traits (single, optional, case-insensitive, readWrite) except those given. */
export function attribute(
  type: AttributeType,
  name: string,
  description: string,
  traits: Traits = {},
): AttributeDefinition {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: type === 'reference' || type === 'binary',
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...traits,
  }
}

/** A multi-valued attribute with the usual value, display, type and primary (RFC 7643 section 2.4). */
export function valueList(
  name: string,
  description: string,
  types: readonly string[],
  valueType: AttributeType = 'string',
): AttributeDefinition {
  return attribute('complex', name, description, {
    multiValued: true,
    subAttributes: [
      attribute(valueType, 'value', 'The value itself.'),
      attribute('string', 'display', 'The value in a form for people.'),
      attribute('string', 'type', 'What the value is used for.', { canonicalValues: types }),
      attribute('boolean', 'primary', 'True for the preferred value, at most once per attribute.'),
    ],
  })
}

const lookups = new WeakMap<readonly AttributeDefinition[], ReadonlyMap<string, AttributeDefinition>>()

/** Finds an attribute by name; names are compared without case (RFC 7643 section 2.1). */
export function findAttribute(
  attributes: readonly AttributeDefinition[],
  name: string,
): AttributeDefinition | undefined {
  let lookup = lookups.get(attributes)
  if (lookup === undefined) {
    lookup = new Map(attributes.map((definition) => [definition.name.toLowerCase(), definition]))
    lookups.set(attributes, lookup)
  }
  return lookup.get(name.toLowerCase())
}
