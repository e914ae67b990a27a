import type { ErrorTexts } from './errorText.ts'

/** Errors of the directory: Active Directory or another LDAP server. */
export const directoryErrors = {
  'administrative-limit': {
    meaning: 'The server stopped at a limit of its administrator.',
    cause: 'A policy bounds what an account may read.',
    remedy: 'Raise it for the account of the connector. Nobody is taken away meanwhile.',
  },
  'auth-method-not-supported': {
    meaning: 'The server does not offer this way to sign in.',
    cause: 'Simple binds or client certificates are switched off there.',
    remedy: 'Choose another sign-in method under General.',
  },
  'bind-refused': {
    meaning: 'The server refused the sign-in for a reason of its own.',
    cause: 'A policy, a limit of connections, or a fault of the server.',
    remedy: 'Look into the log of the directory server at the time of the event.',
  },
  busy: {
    meaning: 'The server has no time to answer now.',
    cause: 'It is overloaded, starting or being maintained.',
    remedy: 'Run again later. A second server under General helps.',
  },
  'certificate-expired': {
    meaning: 'The certificate of the directory server has expired.',
    cause: 'It was not renewed, or the clock of this computer is wrong.',
    remedy: 'Renew it on the server; check the clock here.',
  },
  'certificate-name': {
    meaning: 'The certificate of the server stands for another name.',
    cause: 'The server is given by IP address or short name, or the certificate has no entry for this one.',
    remedy: 'Use the name in the certificate as the server, or set it as the expected server name.',
  },
  'certificate-not-yet-valid': {
    meaning: 'The certificate of the directory server is not valid yet.',
    cause: 'It was just issued, or the clock of this computer is behind.',
    remedy: 'Check the clocks of both computers.',
  },
  'certificate-untrusted': {
    meaning: 'The certificate of the server is signed by an authority that is not trusted here.',
    cause: 'Active Directory has its own authority, which this computer or the service does not know.',
    remedy: 'Export the certificate of that authority as Base-64, and name it as the CA file under General.',
  },
  'change-tracking': {
    meaning: 'How the next incremental sync will find changes.',
    cause: 'This is said once a full sync has ended.',
    remedy: 'Nothing has to be done.',
  },
  'client-certificate-refused': {
    meaning: 'The server refused the client certificate.',
    cause: 'It is expired, revoked, or from an authority that the server does not trust.',
    remedy: 'Name a certificate with its key that the server trusts.',
  },
  'compared-whole': {
    meaning: 'The directory was read whole instead of asking for changes.',
    cause:
      'The server could not tell what changed since the last run: another server answered, the position was too old, or the way to find changes is comparison.',
    remedy:
      'Nothing has to be done; the result is the same and takes longer. If it happens each time, look at the way of finding changes under General.',
  },
  'connection-lost': {
    meaning: 'The connection to the directory broke while it was read.',
    cause: 'A firewall or the server ended it; a long read met a time limit.',
    remedy:
      'Run again. If it happens at the same place, look at idle limits of firewall and server. Nobody is taken away because of it.',
  },
  'entry-without-anchor': {
    meaning: 'An entry has no unchangeable id that can be read.',
    cause: 'objectGUID or entryUUID is hidden from the account.',
    remedy: 'Give the right to read it; the entry is left out until then.',
  },
  'host-not-found': {
    meaning: 'The name of the directory server cannot be resolved.',
    cause: 'It is misspelled, or this computer asks a DNS server that does not know it.',
    remedy: 'Correct the name, or the DNS servers of this computer.',
  },
  'inappropriate-authentication': {
    meaning: 'The server does not take this account in this way.',
    cause: 'The account has no password there, or anonymous access is switched off.',
    remedy: 'Use an account with a password, or a client certificate.',
  },
  'insufficient-rights': {
    meaning: 'The account of the connector may not read on.',
    cause: 'Rights on a container were taken away or never given.',
    remedy: 'Give it the right to read. Nobody is taken away meanwhile.',
  },
  'invalid-credentials': {
    meaning: 'The server refused user or password.',
    cause:
      'The password was changed or has expired, or the account is locked or disabled; the message says which if the server does.',
    remedy: 'Check the account in the directory and give its password again under General.',
  },
  'invalid-ldif': {
    meaning: 'A file of entries for the demo directory is wrong.',
    cause: 'A line is cut off or not in LDIF form.',
    remedy: 'Correct the line that the message names, or export the entries again.',
  },
  'members-not-read': {
    meaning: 'Not all members of a group could be read.',
    cause: 'The group is large, and the connection or the server gave up in between.',
    remedy: 'Run again. No member is removed meanwhile.',
  },
  'missing-base': {
    meaning: 'A base DN does not exist, or is hidden.',
    cause: 'The container was renamed, moved or deleted, or rights were taken away.',
    remedy: 'Choose it again under Selection. Nobody below it is taken away meanwhile.',
  },
  'no-domain': {
    meaning: 'The server names no domain.',
    cause: 'It is not a domain controller, and this organization is shared between several domains.',
    remedy: 'Connect to a domain controller, or set organization.shared to false.',
  },
  'no-domain-controller': {
    meaning: 'No domain controller was found for the domain.',
    cause: 'DNS does not answer or has no service records for this name.',
    remedy: 'Check the name of the domain and the DNS servers of this computer, or name servers yourself.',
  },
  'no-such-entry': {
    meaning: 'The directory shows no such entry.',
    cause: 'It is misspelled, was deleted, or the account of the connector may not see it.',
    remedy: 'Check the address or DN. Who left the directory is taken care of by the next incremental sync.',
  },
  'not-mapped': {
    meaning: 'The mapping is not for this kind of entry.',
    cause: 'A group was chosen to try the mapping on.',
    remedy: 'Choose a person, room or contact.',
  },
  'position-refused': {
    meaning: 'The server does not say how far its changes go.',
    cause: 'The account lacks a right, or a limit of the server was met.',
    remedy: 'Look at limits and rights of the account on that server.',
  },
  'protocol-mismatch': {
    meaning: 'What answers there does not speak LDAP as expected.',
    cause: 'The port belongs to something else, or TLS is expected where there is none, or the other way round.',
    remedy: 'Use ldaps:// for ports that speak TLS (mostly 636, 3269), ldap:// for 389 and 3268.',
  },
  'referral-not-followed': {
    meaning: 'A part of the selection is held by another server.',
    cause: 'The container belongs to another domain or partition.',
    remedy: 'Add a connector for that domain, or take the container out of the selection.',
  },
  'search-refused': {
    meaning: 'The server refused a search.',
    cause: 'The account may not search there, or the base DN is not well formed.',
    remedy: 'Give the account the right to read the containers you selected.',
  },
  'server-changed': {
    meaning: 'Another server than last time answered.',
    cause: 'A domain has several controllers, and each counts its changes on its own.',
    remedy: 'Nothing has to be done: the directory was compared whole this time. Naming one server first avoids it.',
  },
  'server-error': {
    meaning: 'The server stopped with an error of its own.',
    cause: 'A fault or an overload of the server.',
    remedy: 'Look into its log and run again. Nobody is taken away meanwhile.',
  },
  'several-entries': {
    meaning: 'Several entries answer to what was given.',
    cause: 'The same address stands at more than one entry.',
    remedy: 'Give the DN of the one that is meant; and mend the double address in the directory.',
  },
  'several-users': {
    meaning: 'Several people answer to what was given.',
    cause: 'The same address stands at more than one person.',
    remedy: 'Give the DN of the one that is meant.',
  },
  'size-limit': {
    meaning: 'The server stopped at its size limit.',
    cause: 'It gives only so many entries to one search and does not page.',
    remedy:
      'Raise the limit for the account of the connector, or select several smaller containers. Nobody is taken away meanwhile.',
  },
  'start-tls-refused': {
    meaning: 'The server does not start TLS on this port.',
    cause: 'It has no certificate, or does not offer StartTLS.',
    remedy: 'Give it a certificate, or use ldaps:// if it offers that.',
  },
  'strong-auth-required': {
    meaning: 'The server takes no password over an unencrypted connection.',
    cause: 'Its policy requires LDAP signing or TLS, as it should.',
    remedy: 'Use ldaps://, or switch StartTLS on.',
  },
  'time-limit': {
    meaning: 'The server stopped at its time limit.',
    cause: 'The search is slow, mostly because an attribute of the filter has no index.',
    remedy:
      'Simplify the filter, index the attribute, or raise the limit on the server. Nobody is taken away meanwhile.',
  },
  timeout: {
    meaning: 'The server did not answer in time.',
    cause: 'It is overloaded, or the search is slow because an attribute of the filter has no index.',
    remedy: 'Check the health of the server; simplify the filter; or raise the time limit under General.',
  },
  'tls-failed': {
    meaning: 'No encrypted connection could be made.',
    cause: 'The server has no usable certificate, or offers only versions of TLS that are too old.',
    remedy: 'TLS 1.2 or newer with a certificate is needed; the log of the server says more.',
  },
  unreachable: {
    meaning: 'The directory server cannot be reached.',
    cause: 'It is off, the port is wrong, or a firewall drops the connection.',
    remedy: 'Check server, port and firewall; add a second server under General.',
  },
  'user-not-found': {
    meaning: 'The directory shows no such person.',
    cause: 'The address is misspelled, or the account of the connector may not see the entry.',
    remedy: 'Check the address or give the DN.',
  },
  warning: {
    meaning: 'Something was noticed while the directory was read.',
    cause: 'The message says what.',
    remedy: 'Do what the message says; the run itself went on.',
  },
} as const satisfies ErrorTexts
