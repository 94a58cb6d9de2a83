using Azure.Data.Tables;
using Azure.Storage.Queues;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Wire;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Runs the grains on Orleans: membership in Azure tables, streams on Azure queues, with the official providers.</summary>
public static class EngineHosting
{
    private const string PubSubStore = "PubSubStore";

    /// <summary>Hosts the grains here, as one silo of a cluster; without cluster storage, as its only silo.</summary>
    public static IHostApplicationBuilder AddEngine(this IHostApplicationBuilder builder, EngineOptions options)
    {
        builder.UseOrleans(silo =>
        {
            if (options.ClusterStorage is { } storage)
            {
                silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
                silo.Configure<EndpointOptions>(endpoints => (endpoints.SiloPort, endpoints.GatewayPort) = (options.SiloPort, options.GatewayPort));
                silo.UseAzureStorageClustering(clustering => clustering.TableServiceClient = new TableServiceClient(storage));
                silo.AddAzureTableGrainStorage(PubSubStore, pubSub => pubSub.TableServiceClient = new TableServiceClient(storage));
                silo.AddAzureQueueStreams(StreamNames.Provider, streams => streams.Configure(queues => Configure(queues, storage)));
            }
            else
            {
                silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort);
                silo.AddMemoryGrainStorage(PubSubStore);
                silo.AddMemoryStreams(StreamNames.Provider);
            }

            silo.AddIncomingGrainCallFilter<CallGuard>();
            silo.AddOutgoingGrainCallFilter<CallSigner>();
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = options.CollectionAge);

            // A killed silo is known after about 6 s and its spaces answer again within 30 s (storage design, section 3).
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromSeconds(2);
                membership.NumMissedProbesLimit = 3;
                membership.NumVotesForDeathDeclaration = 2;
                membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            });
            silo.Services.AddSerializer(AddWire);
        });
        return builder;
    }

    /// <summary>Calls grains hosted by the silos of a cluster.</summary>
    public static IHostApplicationBuilder AddEngineClient(this IHostApplicationBuilder builder, EngineOptions options)
    {
        builder.UseOrleansClient(client =>
        {
            if (options.ClusterStorage is { } storage)
            {
                client.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
                client.UseAzureStorageClustering(clustering => clustering.TableServiceClient = new TableServiceClient(storage));
            }
            else
            {
                client.UseLocalhostClustering(options.GatewayPort);
            }

            client.AddOutgoingGrainCallFilter<CallSigner>();
            client.Services.AddSerializer(AddWire);
        });
        return builder;
    }

    private static void AddWire(ISerializerBuilder serializer) => serializer.AddJsonSerializer(GrainsJson.Encodes, GrainsJson.Wire);

    private static void Configure(AzureQueueOptions queues, string storage)
    {
        // The provider encodes its messages itself; identifiers and pointers only travel here.
        queues.QueueServiceClient = new QueueServiceClient(storage);
        queues.QueueNames = [.. Enumerable.Range(0, 8).Select(number => $"mes-stream-{number}")];
        queues.MessageVisibilityTimeout = TimeSpan.FromMinutes(1);
    }
}
