import fc from 'fast-check'
import type { Expression } from '../../../app/mapping/expression/expression.ts'

const name = fc.oneof(
  fc.constantFrom(
    'mail',
    'Mail',
    'sn',
    'givenName',
    'msRTCSIP-PrimaryUserAddress',
    'userCertificate;binary',
    '__proto__',
  ),
  fc.stringMatching(/^[A-Za-z0-9_]{1,4}([-;][A-Za-z0-9_]{1,3}){0,2}$/),
)
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('@', ' ', '', '"', '\\'),
)

const cutsPerNode = { minLength: 1, maxLength: 3 }
const partsPerNode = { minLength: 2, maxLength: 3 }

/** Any tree that an expression's text can stand for; positions are all 0. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text.map((it): Expression => ({ kind: 'literal', text: it, position: 0 })),
    name.map((it): Expression => ({ kind: 'attribute', name: it, position: 0 })),
    fc
      .tuple(tie('tree'), fc.array(fc.tuple(fc.constantFrom('%' as const, '-' as const), tie('tree')), cutsPerNode))
      .map(
        ([input, cuts]): Expression => ({
          kind: 'cut',
          input,
          cuts: cuts.map(([operator, argument]) => ({ operator, argument, position: 0 })),
          position: 0,
        }),
      ),
    fc.array(tie('tree'), partsPerNode).map((parts): Expression => ({ kind: 'join', parts, position: 0 })),
    fc.array(tie('tree'), partsPerNode).map((options): Expression => ({ kind: 'choice', options, position: 0 })),
  ),
})).tree

/** Attribute values for the names above, under lower-case keys as entries hold them. */
export const arbitraryAttributes = fc.dictionary(
  fc.constantFrom('mail', 'sn', 'givenname', 'msrtcsip-primaryuseraddress', 'usercertificate'),
  fc.array(text, { maxLength: 3 }),
)

/** The same tree with every position 0, to compare trees that were read from different texts. */
export function withoutPositions(expression: Expression): Expression {
  return JSON.parse(JSON.stringify(expression, (key, value) => (key === 'position' ? 0 : value)))
}
