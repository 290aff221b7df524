using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Kosmopolit.Tests.Architecture;

/// <summary>Promise 2: every personal field has an audience chosen by its owner.</summary>
public sealed class PersonalDataTests
{
    private static readonly IReadOnlyList<IEntityType> Tables = [.. new SqliteDesignTime().CreateDbContext([]).Model.GetEntityTypes()];

    [Fact]
    public void Every_table_is_known_as_personal_or_not() =>
        Found.Nothing(Tables.Select(NameOf).Where(t => !PersonalData.Personal.Contains(t) && !PersonalData.NotPersonal.ContainsKey(t)));

    [Fact]
    public void Every_personal_field_has_an_audience() =>
        Found.Nothing(Tables.Where(t => PersonalData.Personal.Contains(NameOf(t))).SelectMany(Bare));

    [Fact]
    public void The_lists_name_nothing_that_is_gone()
    {
        var tables = Tables.Select(NameOf).ToHashSet();
        var columns = Tables.SelectMany(t => t.GetProperties().Select(p => $"{NameOf(t)}.{p.Name}")).ToHashSet();
        Found.Nothing(PersonalData.Personal.Concat(PersonalData.NotPersonal.Keys).Where(t => !tables.Contains(t)));
        Found.Nothing(PersonalData.Reviewed.Keys.Where(c => !columns.Contains(c)));
    }

    [Fact]
    public void A_field_without_audience_is_noticed()
    {
        var model = SqliteConventionSetBuilder.CreateModelBuilder();
        model.Entity<Neighbour>().ComplexProperty(n => n.Name);
        var bare = Bare(model.FinalizeModel().FindEntityType(typeof(Neighbour))!);
        Assert.Equal(["Neighbour.Birthplace", "Neighbour.Shoe"], bare.Order());
    }

    private static IEnumerable<string> Bare(IReadOnlyEntityType table)
    {
        if (table.FindProperty("Audience")?.ClrType == typeof(Audience))
            return [];
        var columns = table.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()).Select(p => p.Name);
        var parts = table.GetComplexProperties().Where(p => !IsTold(p.ClrType)).Select(p => p.Name);
        return columns.Concat(parts).Select(name => $"{NameOf(table)}.{name}").Where(name => !PersonalData.Reviewed.ContainsKey(name));
    }

    private static bool IsTold(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Told<>);

    private static string NameOf(IReadOnlyTypeBase table) => table.ShortName();

    private sealed class Neighbour
    {
        public int Id { get; init; }

        public Told<string> Name { get; init; } = new("", Audience.OnlyMe);

        public string Birthplace { get; init; } = "";

        public int Shoe { get; init; }
    }
}
