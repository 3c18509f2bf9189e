namespace LicenseTracker.Api.Demo;

/// <content>The documents about continuing education.</content>
internal static partial class DemoSamples
{
    private const string OwnCredits =
        """
        query MyCredits {
          viewer {
            therapist {
              waiting: credits(filter: { statuses: [SUBMITTED] }) { totalCount nodes { courseTitle statedAs submittedAt } }
              credits {
                totalCount
                nodes { courseTitle completedOn status hours { category hours } handsOnHours rejection revocation possibleDuplicates { id } }
              }
            }
          }
        }
        """;

    private const string ThreeStates =
        """
        query ThreeStates($name: String!) {
          therapists(filter: { name: $name }) {
            nodes {
              name
              illinois: compliance(jurisdiction: IL) { ...Report }
              florida: compliance(jurisdiction: FL) { ...Report }
              georgia: compliance(jurisdiction: GA) { ...Report }
            }
          }
        }
        fragment Report on ComplianceReport {
          summary
          requirements { title state required earned shortfall citation { text confidence } }
          creditsUsed { credit { courseTitle } requirement hours }
          creditsRefused { credit { courseTitle } hours message }
        }
        """;

    private const string OwnEducation =
        """
        query MyEducation($whatIf: [HypotheticalInput!]) {
          viewer {
            therapist {
              now: compliance(jurisdiction: WA) { ...Report }
              supposed: compliance(jurisdiction: WA, whatIf: $whatIf) { ...Report }
            }
          }
        }
        fragment Report on ComplianceReport { summary dueOn requirements { title state required earned pending shortfall message } }
        """;

    private const string Queue =
        """
        query ToReview {
          creditsToReview(first: 10) {
            totalCount
            nodes {
              id
              version
              submittedAt
              submittedBy { name role }
              therapist { name }
              courseTitle
              provider { name approvalBody approvalNumber }
              completedOn
              delivery
              hours { category hours }
              hourMinutes
              statedAs
            }
          }
        }
        """;

    private const string Categories =
        """
        query Vocabulary {
          creditCategories { code name description }
          creditActivities { code name description }
        }
        """;
}
