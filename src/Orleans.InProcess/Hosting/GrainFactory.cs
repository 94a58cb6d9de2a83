using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>Makes references and sends their calls, past the outgoing filters of whoever owns it: a silo or a client.</summary>
internal sealed class GrainFactory(Func<Silo> silo, IServiceProvider services) : IClusterClient
{
    // Resolved on first use: a filter may itself ask for the grain factory.
    private readonly Lazy<IOutgoingGrainCallFilter[]> _filters = new(() => [.. services.GetServices<IOutgoingGrainCallFilter>()]);

    public Silo Silo => silo();

    public IServiceProvider ServiceProvider => services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return (TGrainInterface)Reference(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        (TGrainInterface)Reference(typeof(TGrainInterface), GrainIdKeyExtensions.CreateIntegerKey(primaryKey).ToString(), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        (TGrainInterface)Reference(typeof(TGrainInterface), GrainIdKeyExtensions.CreateGuidKey(primaryKey).ToString(), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)GrainInterface.Of(typeof(TGrainInterface)).CreateReference(this, Silo.Classes.Named(grainId.Type), grainId.Key.ToString());

    public IAddressable GetGrain(GrainId grainId) => new GrainReference(this, Silo.Classes.Named(grainId.Type), grainId.Key.ToString(), null);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Reference(grainInterfaceType, grainPrimaryKey, null);

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        Reference(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey).ToString(), null);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        Reference(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey).ToString(), null);

    public Task<TResult> Send<TResult>(GrainCall<TResult> call)
    {
        if (call.GetCancellationToken() is { IsCancellationRequested: true } cancelled)
        {
            return Task.FromCanceled<TResult>(cancelled);
        }

        return _filters.Value.Length == 0 ? SendOn(call) : SendFiltered(call);
    }

    private Task<TResult> SendOn<TResult>(GrainCall<TResult> call)
    {
        Silo.Send(call);
        if (call.IsOneWay)
        {
            call.AnswerAtOnce();
        }

        return call.Answer;
    }

    private async Task<TResult> SendFiltered<TResult>(GrainCall<TResult> call)
    {
        var context = new OutgoingCallContext(call, _filters.Value, async () =>
        {
            // What the filters have set must travel too.
            call.Context = RequestContext.Export();
            return await SendOn(call);
        });
        await context.Invoke();
        return context.Result is TResult result ? result : default!;
    }

    private IGrain Reference(Type interfaceType, string key, string? classNamePrefix) =>
        (IGrain)GrainInterface.Of(interfaceType).CreateReference(this, Silo.Classes.Implementing(interfaceType, classNamePrefix), key);
}
