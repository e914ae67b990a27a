/** Texts of the page Mapping. */
export const mappingTexts = {
  mapping: {
    table: 'Mapping',
    attribute: 'Cloud attribute',
    source: 'Source',
    value: 'Value',
    valueOf: (name: string) => `Value for ${name}`,
    tried: '3 people',
    off: 'Off',
    wrong: 'Wrong',
    custom: 'Your own expression',
    unknownValue: '–',
    emptyValue: 'empty',
    invalid: (text: string, problem: string) => (text === '' ? `nothing: ${problem}` : `“${text}” ${problem}`),
    triedOf: (valid: number, of: number) => `${valid} of ${of}`,
    triedHint: (valid: number, of: number) =>
      valid === of
        ? `Each of ${of} people by lot has a valid value.`
        : `${valid} of ${of} people by lot have a valid value; the others have none, or a wrong one.`,
    skipped: (name: string, why: string) => `${name} would be skipped: ${why}`,
    preset: 'Preset',
    presetDefault: (expression: string) => `${expression} (default)`,
    expression: 'Expression',
    expressionOf: (attribute: string) => `Expression of ${attribute}`,
    placeholder: 'Off. Type an attribute or an expression to switch it on.',
    gives: (name: string) => `For ${name}:`,
    looking: '…',
    input: (name: string, values: readonly string[]) =>
      `${name} = ${values.length === 0 ? 'empty' : `“${values[0]}”${values.length > 1 ? ` and ${values.length - 1} more` : ''}`}`,
    reset: (expression: string | null) => `Reset to default (${expression ?? 'off'})`,
    switchOff: 'Switch off',
    close: 'Close',
    required: (attribute: string) =>
      attribute === 'uid'
        ? 'uid cannot be switched off: nothing else tells people apart.'
        : 'It cannot be switched off: disabled accounts would stay active in the cloud.',
    languageHint:
      'Texts in double quotes, attribute names, and: a + b joins, a | b takes the first that is not empty, a % "@" drops all up to the @, a - "@" drops all from it on.',
  },
  person: {
    label: 'Show values for',
    placeholder: 'Name or e-mail',
    verify: 'Verify',
  },
} as const
