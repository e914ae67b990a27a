/** Work done by an evaluation: nodes evaluated and characters looked at. What its cost is measured by, without a clock. */
export interface Steps {
  count: number
}
