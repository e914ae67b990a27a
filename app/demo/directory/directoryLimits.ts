/** Urls that a referral names, `ldap://dc2.corp.example/DC=corp,DC=example`. */
export type ReferralUrls = readonly string[]

/**
 * How the directory plays Windows, and bad days. Everything is off until it is set, and may be changed between two
 * requests. "A search" is one search with all its pages; a search without paging is one page.
 */
export interface DirectoryLimits {
  /** Windows' MaxPageSize (1000): larger pages are cut to it, and a search without paging ends in sizeLimitExceeded. */
  maxPageSize?: number | undefined
  /** Windows' MaxValRange (1500), on AD DS: more values than this come as `member;range=0-1499`. */
  maxValRange?: number | undefined
  /** A search ends in sizeLimitExceeded after this many entries, paged or not. */
  sizeLimit?: number | undefined
  /** A search ends in timeLimitExceeded after this many entries. */
  timeLimitExceededAfter?: number | undefined
  /** A search ends in adminLimitExceeded after this many entries. */
  adminLimitExceededAfter?: number | undefined
  /** A search names another server (searchResultReference) after this many entries, and then goes on. */
  continuationAfter?: { readonly entries: number; readonly urls: ReferralUrls } | undefined
  /** A search at or below this base is answered with the result code referral. */
  referralFor?: { readonly baseDn: string; readonly urls: ReferralUrls } | undefined
  /** The connection is cut after this many entries of a search. */
  cutAfterEntries?: number | undefined
  /** The connection is cut when a search asks for one page more than this many. */
  cutAfterPages?: number | undefined
  /** Paged searches end after the first page: a request with a cookie is refused as unwillingToPerform. */
  pagedCookies?: 'refused' | undefined
  /** Searches at or below these bases are refused as insufficientAccessRights. */
  insufficientAccessFor?: readonly string[] | undefined
  /** Searches at or below these bases are answered with noSuchObject. */
  noSuchObjectFor?: readonly string[] | undefined
  /** Entries at or below these bases are silently left out, as Windows does with what one may not list. */
  hiddenBases?: readonly string[] | undefined
  /** Attributes that one may not read of entries at or below a base; they come, and match, as if they were not there. */
  hiddenAttributes?: readonly { readonly attribute: string; readonly baseDn: string }[] | undefined
  /**
   * On AD DS, the invocationId of the domain controller, as the text of a GUID: it changes when the server is restored
   * from a backup, and another server has another one.
   */
  invocationId?: string | undefined
  /** Milliseconds to wait before each page. */
  pageDelay?: number | undefined
  /** Every bind, or every search, is answered with this result code. */
  refuseBinds?: 'busy' | 'unavailable' | undefined
  refuseSearches?: 'busy' | 'unavailable' | undefined
  /** Simple binds with a password are answered with strongerAuthRequired unless the connection has TLS. */
  simpleBinds?: 'need-tls' | undefined
  /**
   * What anonymous connections may see. Unset: everything when no accounts exist; otherwise the root DSE alone on AD DS,
   * and everything elsewhere.
   */
  anonymousAccess?: 'everything' | 'root-dse' | 'nothing' | undefined
}
