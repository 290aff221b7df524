using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kosmopolit.Tests.Platform.Data;

/// <summary>A mapping that was changed without <c>bin/model</c> would be tested and not used.</summary>
public sealed class CompiledModelTests
{
    private const string Advice = "A compiled model differs from the mappings: run bin/model.";

    [Fact]
    public void SQLite_runs_on_a_compiled_model_that_says_what_the_mappings_say() => Compare(new SqliteDesignTime().CreateDbContext([]));

    [Fact]
    public void PostgreSQL_runs_on_a_compiled_model_that_says_what_the_mappings_say() =>
        Compare(new PostgresDesignTime().CreateDbContext([]));

    private static void Compare(KosmopolitDb db)
    {
        using (db)
        {
            var mapped = db.GetService<IDesignTimeModel>().Model;
            Assert.NotSame(mapped, db.Model);
            Assert.Equal($"{db.GetType().Name}Model", db.Model.GetType().Name);
            var (expected, compiled) = (Lines(mapped), Lines(db.Model));
            Assert.NotEmpty(expected);
            Assert.True(
                expected.SequenceEqual(compiled),
                $"{Advice}\n{string.Join('\n', expected.Except(compiled).Select(l => $"mapped   {l}"))}\n"
                    + string.Join('\n', compiled.Except(expected).Select(l => $"compiled {l}"))
            );
        }
    }

    private static List<string> Lines(IModel model) => [.. model.GetEntityTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(IEntityType entity)
    {
        var name = entity.DisplayName();
        yield return $"{name} is in {entity.GetSchema()}.{entity.GetTableName()}, owned {entity.IsOwned()}, json {entity.GetContainerColumnName()}";
        foreach (var property in entity.GetProperties())
            yield return $"{name}: {property.ToDebugString(MetadataDebugStringOptions.SingleLineDefault)} in {property.GetColumnName()}, "
                + $"{property.GetColumnType()}, {property.GetMaxLength()}, {property.GetTypeMapping().Converter?.GetType().Name}, "
                + $"{property.ValueGenerated}, {property.IsNullable}, token {property.IsConcurrencyToken}";
        foreach (var key in entity.GetKeys())
            yield return $"{name}: {key.ToDebugString(MetadataDebugStringOptions.SingleLineDefault)}";
        foreach (var foreign in entity.GetForeignKeys())
            yield return $"{name}: {foreign.ToDebugString(MetadataDebugStringOptions.SingleLineDefault)} {foreign.DeleteBehavior}";
        foreach (var index in entity.GetIndexes())
            yield return $"{name}: {index.ToDebugString(MetadataDebugStringOptions.SingleLineDefault)} {index.GetDatabaseName()}";
        foreach (var navigation in entity.GetNavigations())
            yield return $"{name}: {navigation.ToDebugString(MetadataDebugStringOptions.SingleLineDefault)} {navigation.IsEagerLoaded}";
    }
}
