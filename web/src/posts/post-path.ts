interface Address {
  readonly communityId: number
  readonly postId: string
}

export const postPath = ({ communityId, postId }: Address): string => `/communities/${communityId}/posts/${postId}`
