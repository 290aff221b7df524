namespace Kosmopolit.Tests.World;

/// <summary>Marks a class whose tests touch a database; they run once on SQLite and once on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesDatabaseAttribute : Attribute, Xunit.v3.ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("uses", "database")];
}

/// <summary>Marks a class that takes its time; it runs after the fast ones.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SlowAttribute : Attribute, Xunit.v3.ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("pace", "slow")];
}
