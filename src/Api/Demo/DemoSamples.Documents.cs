namespace LicenseTracker.Api.Demo;

/// <content>The documents of the samples.</content>
internal static partial class DemoSamples
{
    private const string Eligibility =
        """
        query MayTreat($input: EligibilityInput!) {
          eligibility(input: $input) {
            verdict
            validUntil
            obligations { code message }
            reasons { outcome code message needs { id meaning } evidence { summary recordedAt } }
          }
        }
        """;

    private const string Roster =
        """
        query Therapists($filter: TherapistFilter) {
          therapists(filter: $filter, first: 20) {
            totalCount
            nodes {
              name
              licenses { nodes { jurisdiction number standing { standing authority } } }
              certifications { nodes { name expiresOn status } }
            }
          }
        }
        """;

    private const string Reviews =
        """
        query Reviews($filter: RosterReviewFilter) {
          rosterReviews(filter: $filter, first: 20) {
            totalCount
            nodes {
              id
              code
              message
              onRecord
              inSource
              rawRow
              foundAt
              license { number jurisdiction standing { standing authority } }
              therapist { name }
              import { file profile retrievedAt }
            }
          }
        }
        """;

    private const string Own =
        """
        query Mine {
          viewer {
            name
            therapist {
              name
              licenses { nodes { jurisdiction number standing { standing authority } terms { startsOn expiresOn } } }
              certifications { nodes { name issuer issuedOn expiresOn status } }
            }
          }
        }
        """;

    private const string History =
        """
        query History($number: String!, $jurisdiction: Jurisdiction!) {
          license(number: $number, jurisdiction: $jurisdiction) {
            version
            history(first: 50) {
              nodes { streamVersion recordedAt effectiveOn summary recordedBy { name role } correctedBy { summary recordedAt } }
            }
          }
        }
        """;

    private const string Replay =
        """
        query Replay($number: String!, $jurisdiction: Jurisdiction!, $on: Date!, $before: DateTime!, $after: DateTime!) {
          license(number: $number, jurisdiction: $jurisdiction) {
            knownBefore: asOf(on: $on, knownAt: $before) { ...Snapshot }
            knownAfter: asOf(on: $on, knownAt: $after) { ...Snapshot }
          }
        }

        fragment Snapshot on LicenseSnapshot {
          version
          standing { standing authority reasons { outcome code message } }
          encumbrances { type effectiveOn liftedOn }
        }
        """;

    private const string Encumbrances =
        """
        query Encumbrances($number: String!, $jurisdiction: Jurisdiction!) {
          license(number: $number, jurisdiction: $jurisdiction) {
            therapist { name }
            standing { standing authority }
            encumbrances { type category authority effectiveOn scheduledLiftOn liftedOn }
          }
        }
        """;

    private const string Lookup =
        """
        query Lookup($number: String!, $jurisdiction: Jurisdiction!) {
          license(number: $number, jurisdiction: $jurisdiction) {
            id
            version
            therapist { id name }
            standing { standing authority reasons { outcome code message } }
          }
        }
        """;

    private const string Impose =
        """
        mutation Impose($input: ImposeEncumbranceInput!) {
          imposeEncumbrance(input: $input) {
            refusals { code message path }
            warnings { code message }
            license { version standing { standing authority } }
            encumbrance { id type effectiveOn }
          }
        }
        """;

    private const string Catalogue =
        """
        query Conditions($search: String) {
          conditions(search: $search) { totalCount nodes { code name icd10 citation { text confidence } } }
          clientFactTypes { id meaning unit values }
        }
        """;

    private const string Viewer =
        """
        query WhoAmI {
          viewer { name role clinics { name } therapist { name } }
        }
        """;
}
