/** What WeChat says about whoever authorised (rules of the platform: OAuth on a certified service account). */
export interface WechatPerson {
  readonly openid: string
  readonly unionid: string | null
  /** A visitor in the snapshot mode of WeChat: not a person one could register. */
  readonly snapshot: boolean
}

export interface WechatDoor {
  readonly appId: string
  /** Where to send the browser; `state` is at most 128 characters of a–z A–Z 0–9. */
  authorizeUrl(redirectUri: string, state: string): string
  /** Exchanges the single-use code of the callback. `undefined`: WeChat does not know the code (any more). */
  exchange(code: string): Promise<WechatPerson | undefined>
}

export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** `https://open.weixin.qq.com` and `https://api.weixin.qq.com`, or the simulator. */
  readonly authorizeBase: string
  readonly apiBase: string
}

interface TokenReply {
  readonly openid?: string
  readonly unionid?: string
  readonly is_snapshotuser?: number
  readonly errcode?: number
}

const timeoutMs = 5_000
/** invalid code, code been used, code expired */
const spentCodes = new Set([40029, 40163, 42003])

export const httpWechatDoor = (settings: WechatSettings): WechatDoor => ({
  appId: settings.appId,
  authorizeUrl(redirectUri, state) {
    const query = new URLSearchParams({
      appid: settings.appId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'snsapi_userinfo',
      state,
    })
    return `${settings.authorizeBase}/connect/oauth2/authorize?${query}#wechat_redirect`
  },
  async exchange(code) {
    const query = new URLSearchParams({
      appid: settings.appId,
      secret: settings.secret,
      code,
      grant_type: 'authorization_code',
    })
    const response = await fetch(`${settings.apiBase}/sns/oauth2/access_token?${query}`, {
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`WeChat answered ${response.status}`)
    const reply = (await response.json()) as TokenReply
    if (reply.errcode !== undefined && reply.errcode !== 0) {
      if (spentCodes.has(reply.errcode)) return undefined
      throw new Error(`WeChat answered errcode ${reply.errcode}`)
    }
    if (reply.openid === undefined) throw new Error('WeChat answered without an openid')
    return { openid: reply.openid, unionid: reply.unionid ?? null, snapshot: reply.is_snapshotuser === 1 }
  },
})
