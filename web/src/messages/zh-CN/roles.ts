const chinese = {
  /** Beside a name. */
  role: {
    committeeSecretary: '居民区书记',
    committeeDirector: '居委主任',
    committeeMember: '居委干部',
    buildingLead: '楼组长',
    propertyManager: '物业',
    ownersCommittee: '业委会',
    policeOfficer: '民警',
    familyDoctor: '家庭医生',
    subdistrictOfficer: '街镇干部',
    districtOfficer: '区里干部',
  },
  /** Instead of a name: whoever answers in the office's name. */
  office: {
    committeeSecretary: '居委会',
    committeeDirector: '居委会',
    committeeMember: '居委会',
    buildingLead: '楼组',
    propertyManager: '物业',
    ownersCommittee: '业委会',
    policeOfficer: '警务室',
    familyDoctor: '家庭医生',
    subdistrictOfficer: '街镇',
    districtOfficer: '区里',
  },
  party: '党员',
}

export default chinese
