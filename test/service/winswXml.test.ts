import { winswXml } from '../../main/service/install/winswXml.ts'

describe('The definition for WinSW', () => {
  const definition = winswXml({
    name: 'directory-connector',
    dataFolder: 'C:\\ProgramData\\Directory Connector & more',
    command: {
      executable: 'C:\\Program Files\\Directory Connector\\node.exe',
      words: [
        '--max-semi-space-size=8',
        'C:\\Program Files\\Directory Connector\\service.js',
        '--data-dir',
        'C:\\Data',
      ],
      environment: { ELECTRON_RUN_AS_NODE: '1' },
    },
  })

  test('runs the program with words that hold blanks in quotes', () => {
    expect(definition).toContain('<executable>C:\\Program Files\\Directory Connector\\node.exe</executable>')
    expect(definition).toContain(
      '<arguments>--max-semi-space-size=8 "C:\\Program Files\\Directory Connector\\service.js" --data-dir C:\\Data</arguments>',
    )
  })

  test('gives the program the variables that it needs', () => {
    expect(definition).toContain('<env name="ELECTRON_RUN_AS_NODE" value="1" />')
  })

  test('is restarted after a failure, and gets time to stop', () => {
    expect(definition).toContain('<onfailure action="restart"')
    expect(definition).toContain('<stoptimeout>15 sec</stoptimeout>')
  })

  test('is XML whatever the folder is called', () => {
    expect(definition).toContain('<logpath>C:\\ProgramData\\Directory Connector &amp; more\\logs</logpath>')
    expect(definition).not.toMatch(/@[A-Z_]+@/)
  })
})
