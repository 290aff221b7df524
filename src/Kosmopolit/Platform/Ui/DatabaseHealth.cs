using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kosmopolit.Platform.Ui;

/// <summary>Ready when the database answers and its shape is this version's.</summary>
public sealed class DatabaseHealth(KosmopolitDb db, Readiness readiness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.IsReady)
            return HealthCheckResult.Unhealthy("starting");
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("database");
    }
}
