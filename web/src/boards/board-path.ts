interface Address {
  readonly communityId: number
  readonly boardId: string
}

export const boardPath = ({ communityId, boardId }: Address): string => `/communities/${communityId}/boards/${boardId}`

/** The composer, with this board chosen. */
export const composeOnPath = (boardId: string): string => `/compose?board=${boardId}`
