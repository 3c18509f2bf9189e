using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What a decision on a term may rest on beside the license. No record: nothing may print the birth date.</summary>
/// <param name="book">The rule book as known now; null: there is none for the profession.</param>
/// <param name="birthDate">The licensee's; null: it is not on record, or the book does not ask for it.</param>
/// <param name="today">In the zone of the license's jurisdiction.</param>
public sealed class TermRules(RuleBook? book, DateOnly? birthDate, DateOnly today)
{
    public RuleBook? Book => book;

    public DateOnly? BirthDate => birthDate;

    public DateOnly Today => today;
}
