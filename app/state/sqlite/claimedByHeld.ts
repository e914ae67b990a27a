/**
 * Resources that carry the name or an address of an entry that is held back: whose they are is not decided yet, so that
 * they are not taken away (DC-25). A query for their ids; CROSS JOIN makes it begin with the few that are held.
 */
export const claimedByHeld = {
  user: `
    SELECT named.id FROM work.held CROSS JOIN work.desired_users AS d ON d.anchor = held.anchor
      CROSS JOIN work.current_users AS named ON named.name_key IN (d.name_key, d.email_key) WHERE held.kind = 'user'
    UNION SELECT addressed.id FROM work.held CROSS JOIN work.desired_users AS d ON d.anchor = held.anchor
      CROSS JOIN work.current_emails AS addressed ON addressed.email_key IN (d.name_key, d.email_key) WHERE held.kind = 'user'`,
  group: `
    SELECT named.id FROM work.held CROSS JOIN work.desired_groups AS d ON d.anchor = held.anchor
      CROSS JOIN work.current_groups AS named ON named.name_key = d.name_key WHERE held.kind = 'group'`,
} as const
