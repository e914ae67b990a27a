import { approvalOf, isApproval } from '../../../renderer/plan/approval.ts'

test.each(['412', ' 412 '])('%j approves 412', (typed) => {
  expect(isApproval(typed, approvalOf({ count: 412 }))).toBe(true)
})

test.each(['', '41', '4120', '412 people', '4.12'])('%j does not approve 412', (typed) => {
  expect(isApproval(typed, approvalOf({ count: 412 }))).toBe(false)
})

test.each(['12411', '12,411', '12.411', '12 411', '12’411'])('%j approves 12,411', (typed) => {
  expect(isApproval(typed, approvalOf({ count: 12_411 }))).toBe(true)
})

test('a halt that is about no object is approved by a word', () => {
  expect(isApproval('Approve', approvalOf({ count: 0 }))).toBe(true)
  expect(isApproval('0', approvalOf({ count: 0 }))).toBe(false)
})
