import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/roles.ts'

const english: Translation<typeof chinese> = {
  role: {
    committeeSecretary: 'Secretary',
    committeeDirector: 'Committee director',
    committeeMember: 'Committee member',
    buildingLead: 'Building lead',
    propertyManager: 'Property manager',
    ownersCommittee: "Owners' committee",
    policeOfficer: 'Police officer',
    familyDoctor: 'Family doctor',
    subdistrictOfficer: 'Subdistrict officer',
    districtOfficer: 'District officer',
  },
  office: {
    committeeSecretary: "Residents' committee",
    committeeDirector: "Residents' committee",
    committeeMember: "Residents' committee",
    buildingLead: 'Building leads',
    propertyManager: 'Property management',
    ownersCommittee: "Owners' committee",
    policeOfficer: 'Police office',
    familyDoctor: 'Family doctors',
    subdistrictOfficer: 'Subdistrict',
    districtOfficer: 'District',
  },
  party: 'Party member',
}

export default english
