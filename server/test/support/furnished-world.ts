import type { EndpointName } from '@shequtong/contract/api'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import sharp from 'sharp'
import { furnishBoards } from './furnished-boards.ts'
import { privateSamplesOf } from './private-samples.ts'
import type { TestPerson } from './test-person.ts'
import { createTestWorld, type TestWorld } from './test-world.ts'

/** Words that stand in 宝山九村 alone: whoever reads them without a right to has found a leak. */
export const secrets = {
  text: '金鱼池边的第三盏灯不亮了，晚上看不见台阶。',
  privateText: '蓝色信箱里的信是给孩子老师的，请不要让别人知道。',
  privatePlace: '蓝色信箱',
  note: '银杏树下先别说，等书记回来商量。',
  shownName: '92号楼 琥珀女士',
  trueName: '琥小珀',
  /** Announced in a month. */
  scheduled: '白玉兰下的长椅搬走了',
} as const

/** What a test needs to send a request to an endpoint: an object of 宝山九村 and a body that would be accepted. */
export interface Sample {
  readonly params?: Record<string, string | number>
  readonly query?: Record<string, string | number>
  readonly body?: unknown
  readonly binary?: { readonly type: string; readonly bytes: Buffer }
}

export interface FurnishedWorld {
  readonly world: TestWorld
  readonly asker: TestPerson
  readonly director: TestPerson
  /** Whose registration waits. */
  readonly applicant: TestPerson
  readonly samples: Readonly<Record<EndpointName, Sample>>
  /** A private request to the committee with a photo, an internal note and an answer. */
  readonly closed: { readonly serviceRequestId: string; readonly photoId: string }
  /** The same requests as `samples`, wherever one names a service request or a photo: of the private one. */
  readonly privateSamples: Readonly<Partial<Record<EndpointName, Sample>>>
}

export const plainPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a8b6c' } })
    .jpeg()
    .toBuffer()

const rollCsv = Buffer.from('楼栋,单元,室号,姓名,身份\n92号楼,2 单元,502,琥小珀,业主\n')

/** A world in which every kind of object exists once in 宝山九村, with a sample request for every endpoint. */
export const createFurnishedWorld = async (options: { realtime?: boolean } = {}): Promise<FurnishedWorld> => {
  const world = await createTestWorld(options)
  const { home } = world
  const { communityId, compoundId, code, districtId, subdistrictId } = home
  const community = { communityId }
  const asker = await world.member(home, { shownName: secrets.shownName, trueName: secrets.trueName })
  const director = await world.reviewer(communityId)
  const photo = await plainPhoto()
  const upload = await asker.does(
    'uploadPhoto',
    { params: community },
    { binary: { type: 'image/jpeg', bytes: photo } },
  )
  const asked = await asker.does('submitServiceRequest', {
    params: community,
    body: { kind: 'help', text: secrets.text, place: '金鱼池', photoIds: [upload.photoId] },
  })
  const envelope = await asker.does(
    'uploadPhoto',
    { params: community },
    { binary: { type: 'image/jpeg', bytes: photo } },
  )
  const { serviceRequestId: closedId } = await asker.does('submitServiceRequest', {
    params: community,
    body: {
      kind: 'help',
      text: secrets.privateText,
      place: secrets.privatePlace,
      visibility: 'private',
      photoIds: [envelope.photoId],
    },
  })
  await director.does('noteServiceRequest', {
    params: { communityId, serviceRequestId: closedId },
    body: { text: secrets.note },
  })
  const applicant = await world.visitor('applicant of 宝山九村')
  const registration = await applicant.does('register', {
    params: { code },
    body: await world.claim(home, { trueName: '柳小青', shownName: '92号楼 柳女士' }),
  })
  const { compounds } = await director.does('listCompounds', { params: community })
  const qrCodeId = compounds[0]?.qrCodes[0]?.qrCodeId ?? ''
  const { buildings } = await asker.does('listBuildings', { params: { code } })
  const staircaseId = buildings[0]?.staircases[0]?.staircaseId ?? ''
  const grants = await director.does('listRoleGrants', { params: community })
  const roleGrantId = grants.grants[0]?.roleGrantId ?? ''
  const colleague = await world.inRole('committeeMember', communityId, '沈委员')
  const colleagueGrantId = (await colleague.does('readMe')).hats[0]?.hatId ?? ''
  const today = dateOnIn(world.clock.now())
  const { absences } = await director.does('nameDeputy', {
    params: community,
    body: {
      absentRoleGrantId: roleGrantId,
      deputyRoleGrantId: colleagueGrantId,
      firstOn: today,
      lastOn: addDays(today, 2),
    },
  })
  const absenceId = absences[0]?.absenceId ?? ''
  const session = (await asker.does('listSessions')).sessions[0]?.sessionId ?? ''
  const hatId = (await asker.does('readMe')).hats[0]?.hatId ?? ''

  const membershipId = hatId
  const member = { communityId, membershipId }
  const signedPaper = async (): Promise<string> =>
    (await director.does('uploadPhoto', { params: community }, { binary: { type: 'image/jpeg', bytes: photo } }))
      .photoId
  const atCounter = async (name: string) => ({
    ...(await world.claim(home, { trueName: name, shownName: `92号楼 ${name}` })),
    compoundId,
    phone: null,
    presence: 'present' as const,
    paperPhotoIds: [await signedPaper()],
  })
  const receipt = await director.does('registerOnBehalf', { params: community, body: await atCounter('梅小奶') })
  const blocked = await world.member(home, { shownName: '92号楼 茉莉先生', trueName: '茉小莉' })
  const piled = await blocked.does('submitServiceRequest', {
    params: community,
    body: { kind: 'matter', text: '电梯口堆了纸箱，请搬走。', place: '92号楼' },
  })
  const reportedUp = { communityId, serviceRequestId: piled.serviceRequestId }
  await director.does('escalateServiceRequest', {
    params: reportedUp,
    body: { toLevel: 'subdistrict', reason: '楼里自己搬不动，请街道帮忙清一清。' },
  })
  const { blockId } = await asker.does('blockNeighbour', {
    params: community,
    body: { serviceRequestId: piled.serviceRequestId },
  })
  const neighbour = await world.member(home, { shownName: '92号楼 海棠女士', trueName: '海小棠' })
  const replied = await neighbour.does('replyToServiceRequest', {
    params: { communityId, serviceRequestId: asked.serviceRequestId },
    body: { text: '昨天电工来看过，说灯泡坏了，明天换。' },
  })
  const replyId = replied.entries.at(-1)?.entryId ?? ''
  const helperMembershipId = (await blocked.does('readMe')).hats[0]?.hatId ?? ''
  const filed = await director.does('fileServiceRequestOnBehalf', {
    params: community,
    body: { forMembershipId: membershipId, kind: 'help', text: '想请人来量一量血压。', place: '92号楼' },
  })
  const { boards } = await director.does('listBoards', { params: community })
  const onBoards = await furnishBoards({
    world,
    director,
    asker,
    neighbour,
    communityId,
    boards,
    scheduledTitle: secrets.scheduled,
  })
  const says = async (person: TestPerson, text: string) =>
    (await person.does('submitServiceRequest', { params: community, body: { kind: 'matter', text, place: '花坛' } }))
      .serviceRequestId
  const said = await says(neighbour, '金鱼池那边晚上太暗了，灯要修一修。')
  const again = await says(neighbour, '花坛的围栏倒了一段。')
  const fence = await says(blocked, '花坛围栏断了，小孩子容易摔。')
  await director.does('mergeServiceRequests', {
    params: { communityId, serviceRequestId: fence },
    body: { duplicateIds: [again] },
  })
  const part = { communityId, serviceRequestId: again }
  const request = { communityId, serviceRequestId: asked.serviceRequestId }
  const review = { communityId, registrationId: registration.registrationId }
  const own = { registrationId: registration.registrationId }
  const qr = { communityId, qrCodeId }
  const compound = { communityId, compoundId }
  const words = '明天上午九点电工来换，换好告诉您。'
  const roll = { params: compound, binary: { type: 'text/csv', bytes: rollCsv } }
  const claim = await world.claim(home, { trueName: '钱小多', shownName: '92号楼 钱女士' })

  const samples: Record<EndpointName, Sample> = {
    readMe: {},
    wearHat: { body: { hatId } },
    requestPhoneCode: { body: { phone: '13800009999' } },
    signInByPhone: { body: { phone: '13800009999', code: '123456' } },
    startWechatSignIn: { query: { returnTo: '/home' } },
    finishWechatSignIn: { body: { code: 'c0de', state: 'state' } },
    listPersonas: {},
    readDemoStage: {},
    readDemoMessages: { body: { phone: '13800009999' } },
    signInAsPersona: { body: { personaId: 'wu' } },
    listSessions: {},
    revokeSession: { params: { sessionId: session } },
    signOut: { body: {} },
    openJoinCode: { params: { code } },
    listBuildings: { params: { code } },
    listDwellings: { params: { code, staircaseId } },
    listCommunityBuildings: { params: community },
    listCompounds: { params: community },
    issueQrCode: { params: compound, body: {} },
    revokeQrCode: { params: qr, body: {} },
    printQrPoster: { params: qr },
    register: { params: { code }, body: claim },
    suggestShownNames: {
      body: {
        trueName: '钱小多',
        documentKind: 'citizenId',
        documentNumber: claim.documentNumber,
        buildingName: '92号楼',
      },
    },
    readMyRegistration: { params: own },
    listMyRegistrations: {},
    withdrawRegistration: { params: own, body: {} },
    replyToAskBack: { params: own, body: { text: '我是业主的女儿。' } },
    listRegistrations: { params: community },
    readRegistration: { params: review },
    approveRegistration: { params: review, body: {} },
    refuseRegistration: { params: review, body: { reason: '请带合同到居委会来一趟。' } },
    askBackRegistration: { params: review, body: { question: '您是业主本人，还是家里人？' } },
    approveExactMatches: { params: community, body: { registrationIds: [registration.registrationId] } },
    submitServiceRequest: { params: community, body: { kind: 'help', text: words, place: '92号楼' } },
    listFeed: { params: community },
    ...onBoards.samples,
    visitFeed: { params: community, body: {} },
    listBoards: { params: community },
    listBoardChanges: { params: community },
    listScheduledPosts: { params: community },
    listRemovedPosts: { params: community },
    readServiceRequest: { params: request },
    listInbox: { params: community },
    exportInbox: { params: community, body: { format: 'csv' } },
    listInboxExports: { params: community },
    listAnswerTemplates: { params: community },
    listMyServiceRequests: { params: community },
    markServiceRequestRead: { params: request, body: {} },
    answerServiceRequest: { params: request, body: { text: words } },
    askBackServiceRequest: { params: request, body: { text: words } },
    replyToServiceRequest: { params: request, body: { text: words } },
    acceptReply: { params: request, body: { entryId: replyId } },
    endorseReply: { params: request, body: { entryId: replyId } },
    noteServiceRequest: { params: request, body: { text: words } },
    supportServiceRequest: { params: request, body: { on: true } },
    listMySupport: { params: community },
    suspendServiceRequest: { params: request, body: { reason: words, untilOn: dateOnIn(world.clock.now()) } },
    resumeServiceRequest: { params: request, body: {} },
    handOverServiceRequest: { params: request, body: { toRole: 'propertyManager', reason: words } },
    acceptHandOver: { params: request, body: {} },
    returnHandOver: { params: request, body: { reason: words } },
    assignServiceRequest: { params: request, body: { roleGrantId } },
    escalateServiceRequest: { params: request, body: { toLevel: 'subdistrict', reason: words } },
    returnEscalation: { params: reportedUp, body: { toLevel: 'community', reason: words } },
    resolveServiceRequest: { params: request, body: { result: words } },
    confirmServiceRequest: { params: request, body: {} },
    rateServiceRequest: { params: request, body: { attitude: 4, result: null } },
    readOwnRating: { params: request },
    readRatings: { params: community },
    reopenServiceRequest: { params: request, body: { reason: words } },
    mergeServiceRequests: { params: request, body: { duplicateIds: [said] } },
    splitServiceRequest: { params: part, body: {} },
    listMergeCandidates: { params: request },
    listEarlierRequests: { params: request },
    lookIntoServiceRequest: { params: request, body: { reason: '居民来街道问起，看看原话。' } },
    withdrawServiceRequest: { params: request, body: {} },
    uploadPhoto: { params: community, binary: { type: 'image/jpeg', bytes: photo } },
    readPhoto: { params: { communityId, photoId: upload.photoId, size: 'thumb' } },
    readDistrict: { params: { districtId } },
    readSubdistrict: { params: { subdistrictId } },
    listSubdistrictOverdue: { params: { subdistrictId } },
    listSubdistrictInbox: { params: { subdistrictId } },
    listDistrictInbox: { params: { districtId } },
    listSubdistrictVoices: { params: { subdistrictId } },
    readCommunityOverview: { params: community },
    listCommunityItems: { params: community },
    listDistrictVoices: { params: { districtId } },
    listCommunities: { params: { districtId } },
    listMyLookUps: {},
    revealApplicant: { params: review, body: { fields: ['trueName'], reason: '和身份证复印件核对。' } },
    readErasure: {},
    eraseMe: { body: {} },
    readLeaving: { params: { membershipId } },
    leaveCommunity: { params: { membershipId }, body: {} },
    stateLastDay: { params: { membershipId }, body: { lastDayOn: '2027-03-31' } },
    stayInCommunity: { params: { membershipId }, body: {} },
    moveMyPhone: { body: { phone: '13800009998', code: '123456' } },
    listMembers: { params: community },
    readMember: { params: member },
    suspendMembership: { params: member, body: { reason: '租期到了，请到居委会来一趟。', lastDayOn: '2026-12-31' } },
    resumeMembership: { params: member, body: {} },
    endMembership: {
      params: member,
      body: { cause: 'movedAway', lastDayOn: '2026-12-31', reason: '年底搬去闵行。' },
    },
    movePhoneAtDesk: {
      params: member,
      body: {
        documentKind: 'citizenId',
        documentNumber: claim.documentNumber,
        phone: '13800009997',
        code: '123456',
        reason: '手机丢了，本人带身份证来办。',
      },
    },
    listBlocks: {},
    blockNeighbour: { params: community, body: { serviceRequestId: piled.serviceRequestId, entryId: null } },
    unblockNeighbour: { params: { blockId } },
    registerOnBehalf: {
      params: community,
      body: await atCounter('竹小爷'),
    },
    readRegistrationReceipt: { params: { communityId, registrationId: receipt.registrationId } },
    openReceipt: { params: { code: filed.code } },
    listHousehold: { params: community },
    allowHelper: { params: community, body: { helperMembershipId } },
    stopHelper: { params: community, body: { helperMembershipId } },
    recordHelper: { params: community, body: { membershipId, helperMembershipId } },
    fileServiceRequestOnBehalf: {
      params: community,
      body: { forMembershipId: membershipId, kind: 'help', text: words, place: '92号楼' },
    },
    listAwaitingWord: { params: community },
    readRequestFiling: { params: { communityId, serviceRequestId: filed.serviceRequestId } },
    confirmOnTheirWord: { params: { communityId, serviceRequestId: filed.serviceRequestId }, body: {} },
    listNotifications: {},
    markNotificationsRead: { body: {} },
    listRoleGrants: { params: community },
    grantRole: {
      params: community,
      body: { phone: '13800008888', role: 'committeeMember', shownName: '小赵', endsOn: null, buildingId: null },
    },
    listOfficers: { params: { level: 'subdistrict', territoryId: subdistrictId } },
    appointOfficer: {
      params: { level: 'subdistrict', territoryId: subdistrictId },
      body: { phone: '13800008887', shownName: '秦干事', endsOn: null },
    },
    endRoleGrant: { params: { roleGrantId }, body: { reason: 'resigned' } },
    handOverRole: { params: { roleGrantId }, body: { phone: '13800008886', shownName: '李主任', endsOn: null } },
    checkRoll: roll,
    importRoll: roll,
    exportRoll: { params: compound },
    requestFullRoll: { params: compound, body: { reason: '和派出所的名册核对一遍。' } },
    exportFullRoll: { params: compound, query: { ticket: 'ticket' } },
    listDwellingsWithoutMembers: { params: compound },
    readOffice: { params: community },
    changeOffice: {
      params: community,
      body: { phone: '021-00000000', address: '92号楼底楼', hours: '每天 8:30–17:00' },
    },
    exportMyData: { body: {} },
    readRota: { params: community, query: { on: today } },
    nameForShift: { params: community, body: { on: today, part: 'night', holderRoleGrantId: roleGrantId } },
    copyRotaWeek: { params: community, body: { on: today } },
    nameDeputy: {
      params: community,
      body: {
        absentRoleGrantId: roleGrantId,
        deputyRoleGrantId: colleagueGrantId,
        firstOn: addDays(today, 9),
        lastOn: addDays(today, 12),
      },
    },
    endAbsence: { params: { communityId, absenceId } },
    readDuty: { params: community },
    searchCommunity: { params: community, query: { q: '第三盏灯' } },
    searchDistrict: { params: { districtId }, query: { q: '第三盏灯' } },
    searchSubdistrict: { params: { subdistrictId }, query: { q: '第三盏灯' } },
    findSimilar: { params: community, body: { text: '金鱼池边的灯又不亮了' } },
  }
  const closed = { serviceRequestId: closedId, photoId: envelope.photoId }
  return { world, asker, director, applicant, samples, closed, privateSamples: privateSamplesOf(samples, closed) }
}
