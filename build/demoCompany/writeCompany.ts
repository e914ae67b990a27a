/** Writes resources/demo/company.ldif anew: `node build/demoCompany/writeCompany.ts`. */
import { writeFileSync } from 'node:fs'
import { companyDirectory } from './companyDirectory.ts'
import { formatLdif } from './formatLdif.ts'

writeFileSync(new URL('../../resources/demo/company.ldif', import.meta.url), formatLdif(companyDirectory()))
