using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Events;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Data;

/// <summary>
/// The repository and the unit of work. Rooms add their tables through <see cref="IEntityTypeConfiguration{TEntity}"/>;
/// one <c>SaveChanges</c> stores rows and the events they raised.
/// </summary>
public abstract class KosmopolitDb(DbContextOptions options, TimeProvider clock)
    : IdentityUserContext<Account, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, Passkey>(options),
        IDataProtectionKeyContext
{
    /// <summary>The account on whose behalf this unit of work writes; null for the system itself.</summary>
    public Guid? Actor { get; set; }

    /// <summary>The present moment, for reads that end with time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether nothing is asked at present but what <see cref="ReadyStatements"/> keep ready.</summary>
    internal bool AsksOnlyReady { get; set; }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whether anything happened in this unit of work.</summary>
    internal bool HasRecorded { get; private set; }

    /// <summary>Adds an event that belongs to no single entity.</summary>
    public void Record(object happened)
    {
        Set<LoggedEvent>().Add(LoggedEvent.From(happened, Actor, clock.GetUtcNow()));
        HasRecorded = true;
    }

    /// <summary>Runs several writes as one: all of them are stored, or none.</summary>
    public abstract Task<T> InOneTransaction<T>(Func<Task<T>> writes, CancellationToken ct);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CollectEvents();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // The framework stores its keys synchronously; nobody else does.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Writes are asynchronous: call SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.Entity<DataProtectionKey>().Property(k => k.Xml).HasMaxLength(10_000);
        builder.ApplyConfigurationsFromAssembly(typeof(KosmopolitDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
            builder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IRevised).IsAssignableFrom(e.ClrType)))
            builder.Entity(entity.ClrType).Property(nameof(IRevised.Revision)).IsConcurrencyToken();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveMaxLength(200);

    private void CollectEvents()
    {
        ChangeTracker.DetectChanges();
        foreach (var row in ChangeTracker.Entries<IRevised>().Where(e => e.State == EntityState.Modified))
            row.Entity.Revision++;
        var raised = ChangeTracker.Entries<Entity>().Select(e => e.Entity).Where(e => e.Events.Count > 0).ToList();
        // A person and three of their rows may all say that the person changed: once is enough.
        foreach (var happened in raised.SelectMany(e => e.Events).Distinct().ToList())
            Record(happened);
        raised.ForEach(e => e.ForgetEvents());
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<Account>(a => a.ToTable("Accounts"));
        foreach (var entity in builder.Model.GetEntityTypes())
            if (entity.GetTableName() is { } name && name.StartsWith("AspNetUser", StringComparison.Ordinal))
                entity.SetTableName(name.Replace("AspNetUser", "Account", StringComparison.Ordinal));
    }
}
