import type { UpdateNews } from '../../../main/desktop/desktopBridge.ts'
import { updateTexts } from '../../../renderer/texts/updates.ts'

const available = { kind: 'available', version: '0.2.0' } as const

test.each([
  [{ kind: 'no-place' }, /installed by hand/],
  [{ kind: 'looking' }, /^Looking/],
  [{ kind: 'failed' }, /asked again/],
  [{ kind: 'newest' }, /no newer version/],
  [{ ...available, installing: 'at-quit' }, /^Version 0\.2\.0 is available\. .* when the program quits\.$/],
  [{ ...available, installing: 'after-download' }, /^Version 0\.2\.0 is available\. It is being fetched/],
  [{ ...available, installing: 'never', why: 'package' }, /^Version 0\.2\.0 is available\. .*packages/],
  [{ ...available, installing: 'never', why: 'unsigned' }, /not installed by itself: .*signature/],
  [{ ...available, installing: 'never', why: 'switched-off' }, /not installed by itself: .*switched off/],
  [{ ...available, installing: 'never', why: 'other-service' }, /not installed by itself: the service/],
  [{ ...available, installing: 'never', why: 'not-fetched' }, /nothing was installed/],
] satisfies ReadonlyArray<readonly [UpdateNews, RegExp]>)('%j is said in words', (news, words) => {
  expect(updateTexts.sentence(news)).toMatch(words)
})
