using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>
/// One activation of a grain, from the first call for it until it is deactivated. What changes it happens in its turns, so that nothing needs
/// a lock: others post work, ask for deactivation, which becomes a turn, or look whether it is idle, which may be over when they have looked.
/// </summary>
internal sealed partial class Activation(GrainClass grainClass, string key) : TurnScheduler, IGrainContext
{
    private Stage _stage;
    private IServiceScope? _scope;
    private TaskCompletionSource? _deactivated;
    private DeactivationReason _reason;
    private long _lastUsed = grainClass.Silo.Clock.GetTimestamp();

    private enum Stage : byte
    {
        New,
        Activating,
        Valid,
        Deactivating,
        Gone,
    }

    /// <summary>The activation whose turn this code runs in.</summary>
    public static new Activation? Current => TaskScheduler.Current as Activation;

    public GrainClass GrainClass => grainClass;

    public string Key => key;

    public GrainId GrainId => GrainId.Create(grainClass.GrainType, key);

    public GrainReference GrainReference => new(grainClass.Silo.Grains, grainClass, key, null);

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => _scope?.ServiceProvider ?? Silo.Services;

    public Task Deactivated => LazyInitializer.EnsureInitialized(ref _deactivated, NewSignal).Task;

    private Silo Silo => grainClass.Silo;

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => GrainId.ToString();

    protected override void Run(Work work)
    {
        if (_stage is Stage.Gone)
        {
            PassOn(work);
        }
        else if (_stage is Stage.Valid && MayStart(work))
        {
            Begin(work);
        }
        else
        {
            Wait(work);
        }

        if (_stage is Stage.New)
        {
            _ = Activate(work.Context);
        }
    }

    private async Task Activate(Dictionary<string, object>? context)
    {
        _stage = Stage.Activating;
        try
        {
            RequestContext.Import(context);
            using var patience = new CancellationTokenSource(Silo.Collection.ActivationTimeout, Silo.Clock);
            _scope = Silo.Services.CreateScope();
            GrainInstance = grainClass.CreateInstance(_scope.ServiceProvider);
            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnActivateAsync(patience.Token).WaitAsync(patience.Token);
            }
        }
        catch (Exception exception)
        {
            Silo.Log.ActivationFailed(exception, this);
            _reason = new(DeactivationReasonCode.ActivationFailed, exception, "Failed to activate the grain.");
            await Leave();
            return;
        }

        if (_stage is Stage.Activating)
        {
            _stage = Stage.Valid;
            BeginWaiting();
        }
        else
        {
            // The grain asked to be deactivated while it was activated.
            await FinishDeactivation();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
