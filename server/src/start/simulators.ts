import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { WechatConfig } from '../platform/config/config-types.ts'
import { smsSimulator } from '../platform/sms/sms-simulator.ts'
import { wechatSimulator } from '../platform/wechat/wechat-simulator.ts'

/** The outside world of a demo: an SMS gateway and WeChat, on free ports of this machine. */
export interface Simulators {
  readonly sms: { readonly url: string; readonly token: string }
  readonly wechat: WechatConfig
  readonly stop: () => Promise<void>
}

const listen = async (app: FastifyInstance, host: string): Promise<number> => {
  await app.listen({ host, port: 0 })
  return (app.server.address() as AddressInfo).port
}

/** WeChat's page is opened by the visitor's browser, so it listens where the site does; the SMS gateway for us alone. */
export const startSimulators = async (host: string, nameForBrowsers: string): Promise<Simulators> => {
  const token = randomBytes(16).toString('hex')
  const app = { appId: 'wx-simulator', appSecret: randomBytes(16).toString('hex') }
  const sms = smsSimulator(token)
  const wechat = wechatSimulator({ appId: app.appId, secret: app.appSecret })
  const smsPort = await listen(sms, '127.0.0.1')
  const wechatPort = await listen(wechat, host)
  return {
    sms: { url: `http://127.0.0.1:${smsPort}`, token },
    wechat: {
      ...app,
      apiUrl: `http://127.0.0.1:${wechatPort}`,
      openUrl: `http://${nameForBrowsers}:${wechatPort}`,
    },
    stop: async () => {
      await sms.close()
      await wechat.close()
    },
  }
}
