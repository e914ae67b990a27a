import { parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { traceExpression } from '../../../app/mapping/expression/traceExpression.ts'
import { usedAttributes } from '../../../app/mapping/expression/usedAttributes.ts'

test('used attributes stand once each, in the first spelling written', () => {
  const expression = parseExpression('(Mail - "@") + sn | MAIL % SN | userCertificate;binary')
  expect(usedAttributes(expression)).toEqual(['Mail', 'sn', 'userCertificate;binary'])
  expect(usedAttributes(parseExpression('"text"'))).toEqual([])
})

test('a trace shows all values of each attribute read, and the result', () => {
  const expression = parseExpression('mail - "@" | ipPhone | constructor')
  expect(traceExpression(expression, { mail: ['ann@example.com', 'bell@example.com'] })).toEqual({
    inputs: [
      { name: 'mail', values: ['ann@example.com', 'bell@example.com'] },
      { name: 'ipPhone', values: [] },
      { name: 'constructor', values: [] },
    ],
    result: 'ann',
  })
})
