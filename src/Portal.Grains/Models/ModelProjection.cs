using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Models;

/// <summary>Keeps the read models of models in step with their events.</summary>
internal static class ModelProjection
{
    public const string NameConstraint = "models_name";

    public static IEnumerable<DbWrite> Of(GrainKey key, ModelId id, IDomainEvent happened, DecisionContext context)
    {
        var tenant = key.Tenant.Value;
        switch (happened)
        {
            case ModelCreated e:
                yield return new(
                    """
                    insert into models (tenant_id, model_id, project, name, problem, target, created_at, created_by)
                    values ($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    tenant, id.Value, key.Project, e.Name, e.Problem.ToString(), e.Target, context.Now,
                    context.Principal.Actor);
                break;
            case ModelVersionRegistered { Version: var v }:
                yield return new(
                    """
                    insert into model_versions
                        (tenant_id, model_id, number, run_id, dataset_id, dataset_version, artifact, version)
                    values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
                    """,
                    tenant, id.Value, v.Number, v.Run.Value, v.Dataset.Value, v.DatasetVersion, v.Artifact.Name,
                    JsonSerializer.Serialize(v, PortalJson.Options));
                yield return new(
                    "update models set latest = $3, updated_at = $4 where tenant_id = $1 and model_id = $2",
                    tenant, id.Value, v.Number, context.Now);
                break;
            case ModelRenamed e:
                yield return new(
                    "update models set name = $3, updated_at = $4 where tenant_id = $1 and model_id = $2",
                    tenant, id.Value, e.Name, context.Now);
                break;
            case ModelTagged e:
                yield return new(
                    "update models set tags = $3::jsonb, updated_at = $4 where tenant_id = $1 and model_id = $2",
                    tenant, id.Value, JsonSerializer.Serialize(e.Tags, PortalJson.Options), context.Now);
                break;
            case ModelDescribed e:
                yield return new(
                    "update models set description = $3, updated_at = $4 where tenant_id = $1 and model_id = $2",
                    tenant, id.Value, e.Description, context.Now);
                break;
        }
    }
}
