/** The content policy of every page: nothing is loaded from anywhere but the program itself. */
export const contentPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'"
