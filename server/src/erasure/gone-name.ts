/** The name that stays beside the words of somebody who has left; the view shows the same. */
export const goneName = '搬走的邻居'
