/** Every field of a person and of a grid that a class protects, without aliases and fragments. */
export const everything = `
  query Everything($id: ID!, $grid: ID!) {
    person(id: $id) {
      id name idNumber sex birthDate ageBand
      ethnicity { code label } education { code label } maritalStatus { code label } politicalStatus { code label }
      occupation workplace mobile registeredAddress residenceAddress populationKind
      registration { kind isResidenceConsistent registeredOn expiresOn inflowReason leftBehindKind }
      household { id address members { relation { code label } person { id name mobile birthDate } } }
      careNeeds { kind level status openedAt }
      residency { since grid { code name kind workers { id name phone } } }
      serviceRegisters { kind since until }
      integrity {
        standing { positiveCount negativeCount hasActiveVeto }
        records(first: 50) {
          nodes { id polarity kind level title status decidedOn validUntil documentNumber legalBasis department { code } type { code } }
        }
      }
      psych {
        followUp { requestedAt until }
        nearestStation { code name phone }
        appointments(first: 5) { nodes { id channel kind status startsAt station { code } } }
      }
      volunteer {
        number registeredOn star totalHours pointBalance skills
        peaceHouseholdHead { householdCount }
        teams { id name }
        claims(first: 3) { nodes { id state points claimedAt task { id } } }
        pointEntries(first: 3) { nodes { id delta balance reason bookedAt } }
      }
    }
    grid(code: $grid) {
      code name kind householdCount
      division { code name }
      workers { id name position isFullTime phone since }
      visits(first: 3) { nodes { id visitedAt kind worker { id name } } }
      residents(first: 100) { nodes { id name } }
    }
  }`;
